#include "common/text/latin_words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "common/text/character_spelling.h"
#include "common/text/letters.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

enum class InWord { kNo, kYes, kLatin };

InWord in_word(char32_t code_point) {
  const Spelling spelling = spelling_of(code_point);
  if (spelling.kind == Spelling::Kind::kDropped) {
    return InWord::kYes;
  }
  if (spelling.kind == Spelling::Kind::kReplaced) {
    return letter_at(spelling.text.front()) ? InWord::kLatin : InWord::kNo;
  }
  if (letter_at(code_point)) {
    return InWord::kLatin;
  }
  const auto c = static_cast<UChar32>(code_point);
  if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) == 0) {
    return InWord::kNo;
  }
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_LATIN ? InWord::kLatin : InWord::kYes;
}

}  // namespace

bool LatinWords::reads_on(std::size_t offset) {
  const InWord kind = in_word(next_code_point(text_, offset));
  latin_ |= kind == InWord::kLatin;
  return kind != InWord::kNo;
}

bool LatinWords::hold(std::size_t offset) {
  if (offset < word_end_) {
    return latin_;
  }
  latin_ = false;
  bool inside = true;
  for (std::size_t begin = offset; begin > 0 && inside;) {
    do {
      --begin;
    } while ((static_cast<unsigned char>(text_[begin]) & 0xC0U) == 0x80);
    inside = reads_on(begin);
  }
  word_end_ = offset;
  while (word_end_ < text_.size() && reads_on(word_end_)) {
    next_code_point(text_, word_end_);
  }
  return latin_;
}

}  // namespace tracuu
