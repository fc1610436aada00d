#include "server/search/typed_start.h"

#include <algorithm>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

bool is_tone(char byte) {
  return byte >= '1' && byte <= '5';
}

/// The letters of a canonical key, and its tone or 0.
struct KeyParts {
  std::string_view letters;
  char tone = 0;

  explicit KeyParts(std::string_view key) : letters(key) {
    if (!key.empty() && is_tone(key.back())) {
      tone = key.back();
      letters.remove_suffix(1);
    }
  }
};

bool may_become(const Token& typed, const Token& word) {
  const KeyParts begun(typed.key);
  const KeyParts whole(word.key);
  return whole.letters.starts_with(begun.letters) && (begun.tone == 0 || begun.tone == whole.tone);
}

/// Returns the text up to its blank number `most`: no more of it than can matter is tokenized.
std::string_view first_pieces(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < most && end != std::string_view::npos; ++i) {
    end = text.find(' ', end + 1);
  }
  return text.substr(0, end);
}

}  // namespace

TypedStart::TypedStart(std::string_view typed) : text_(normalized(typed)) {
  std::replace(text_.begin(), text_.end(), '\n', ' ');
  tokens_ = tokenize(text_);
  loose_ = typed_key(text_, WordGap::kBlank);
  glued_ = typed_key(text_, WordGap::kNothing);
  any_marked_ =
      std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.marked; });
  open_ = !tokens_.empty() && tokens_.back().span.end == text_.size();
}

bool TypedStart::agrees_with(std::string_view normalized) const {
  const std::vector<Token> words = tokenize(first_pieces(normalized, tokens_.size() + 1));
  if (words.size() < tokens_.size()) {
    return false;
  }
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const bool unfinished = open_ && i + 1 == tokens_.size();
    if (tokens_[i].marked &&
        !(tokens_[i].key == words[i].key || (unfinished && may_become(tokens_[i], words[i])))) {
      return false;
    }
  }
  return true;
}

std::optional<Span> TypedStart::match_in(std::string_view label, WordGap gap) const {
  const std::string& wanted = key(gap);
  if (wanted.empty()) {
    return std::nullopt;
  }
  FoldedReader words(label, 0, gap);
  for (char byte = words.next(); byte != 0; byte = words.next()) {
    if (!words.starts_word()) {
      continue;
    }
    FoldedReader reader(label, words.begin(), gap);
    if (std::all_of(wanted.begin(), wanted.end(),
                    [&](char expected) { return reader.next() == expected; })) {
      return Span{static_cast<std::uint32_t>(words.begin()),
                  static_cast<std::uint32_t>(reader.end())};
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
