#include "common/text/folded_reader.h"

#include <algorithm>

#include "common/text/letters.h"
#include "common/text/utf8.h"

namespace tracuu {

FoldedReader::Character FoldedReader::read(char32_t code_point) {
  if (const Letter& letter = letter_at(code_point)) {
    return {Kind::kLetter, letter.folded};
  }
  if (code_point < 0x80) {
    const bool digit = code_point >= '0' && code_point <= '9';
    return digit ? Character{Kind::kDigit, static_cast<char>(code_point)} : Character{};
  }
  if (!foreign_letter(code_point).word) {
    return {};
  }
  std::string key;
  append_foreign(code_point, more_, key);
  std::reverse(more_.begin(), more_.end());
  return {Kind::kLetter, 0};
}

char FoldedReader::next() {
  starts_word_ = false;
  if (!more_.empty()) {
    const char byte = more_.back();
    more_.pop_back();
    return byte;
  }
  while (at_ < text_.size() && text_[at_] != '\n') {
    std::size_t behind = at_;
    const Character character = read(next_code_point(text_, behind));
    if (character.kind == Kind::kNone) {
      last_ = Kind::kNone;
      at_ = behind;
      continue;
    }
    if (character.folded == 0 && more_.empty()) {
      // A mark that no letter took up says nothing by itself.
      at_ = behind;
      end_ = behind;
      continue;
    }
    const bool new_word = last_ != character.kind && !blank_before_;
    if (new_word && any_ && gap_ == WordGap::kBlank) {
      blank_before_ = true;
      more_.clear();
      return ' ';
    }
    starts_word_ = new_word || blank_before_;
    blank_before_ = false;
    any_ = true;
    last_ = character.kind;
    begin_ = at_;
    at_ = end_ = behind;
    if (character.folded != 0) {
      return character.folded;
    }
    const char byte = more_.back();
    more_.pop_back();
    return byte;
  }
  return close();
}

char FoldedReader::close() {
  if (closed_ || !any_ || gap_ == WordGap::kNothing) {
    return 0;
  }
  closed_ = true;
  return ' ';
}

std::string folded_words(std::string_view normalized, WordGap gap) {
  FoldedReader reader(normalized, 0, gap);
  std::string folded;
  for (char byte = reader.next(); byte != 0; byte = reader.next()) {
    folded += byte;
  }
  return folded;
}

std::string typed_key(std::string_view normalized, WordGap gap) {
  FoldedReader reader(normalized, 0, gap);
  std::string key;
  for (char byte = reader.next(); byte != 0; byte = reader.next()) {
    key += byte;
  }
  if (key.ends_with(' ') && reader.end() == normalized.size()) {
    key.pop_back();
  }
  return key;
}

}  // namespace tracuu
