#include "common/text/phrase_table.h"

#include <algorithm>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

// What may stand between two tokens of one phrase; a second line end is a paragraph's.
bool joins(std::string_view gap) {
  std::size_t line_ends = 0;
  for (const char c : gap) {
    if (c == '\n') {
      ++line_ends;
    } else if (std::string_view(" -.&/'").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return line_ends <= 1;
}

}  // namespace

const std::string& PhraseTable::form(const Token& token) const {
  return compare_ == Compare::kKey ? token.key : token.folded;
}

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  const std::vector<Token> tokens = tokenize(normalized(phrase));
  if (tokens.empty()) {
    return;
  }
  std::string joined = form(tokens.front());
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    joined += ' ';
    joined += form(tokens[i]);
  }
  values_by_phrase_[joined].push_back(value);
  std::size_t& longest = longest_by_first_[form(tokens.front())];
  longest = std::max(longest, tokens.size());
}

std::optional<PhraseTable::Match> PhraseTable::longest_at(const TokenizedText& text,
                                                          std::size_t index) const {
  const auto first = longest_by_first_.find(form(text.tokens[index]));
  if (first == longest_by_first_.end()) {
    return std::nullopt;
  }
  std::string joined = first->first;
  std::vector<std::size_t> ends{joined.size()};
  while (ends.size() < first->second && index + ends.size() < text.tokens.size() &&
         joins(text.gap_after(index + ends.size() - 1))) {
    joined += ' ';
    joined += form(text.tokens[index + ends.size()]);
    ends.push_back(joined.size());
  }
  for (; !ends.empty(); ends.pop_back()) {
    joined.resize(ends.back());
    const auto found = values_by_phrase_.find(joined);
    if (found != values_by_phrase_.end()) {
      return Match{ends.size(), found->second};
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
