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

std::uint32_t PhraseTable::next_of(const Node& node, const std::string& word) const {
  const auto found =
      std::ranges::lower_bound(node.next, word, {}, &std::pair<std::string, std::uint32_t>::first);
  return found == node.next.end() || found->first != word ? 0 : found->second;
}

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  const std::vector<Token> tokens = tokenize(normalized(phrase));
  if (tokens.empty()) {
    return;
  }
  const auto fresh = [&] {
    nodes_.emplace_back();
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  };
  std::uint32_t& first = first_[form(tokens.front())];
  first = first == 0 ? fresh() : first;
  std::uint32_t node = first;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::string& word = form(tokens[i]);
    std::uint32_t next = next_of(nodes_[node], word);
    if (next == 0) {
      next = fresh();
      auto& known = nodes_[node].next;
      known.insert(
          std::ranges::lower_bound(known, word, {}, &std::pair<std::string, std::uint32_t>::first),
          {word, next});
    }
    node = next;
  }
  nodes_[node].values.push_back(value);
}

std::optional<PhraseTable::Match> PhraseTable::longest_at(const TokenizedText& text,
                                                          std::size_t index) const {
  const Token& token = text.tokens[index];
  const std::uint32_t* first = compare_ == Compare::kKey
                                   ? first_.find(token.key, token.key_hash)
                                   : first_.find(token.folded, word_hash(token.folded));
  if (first == nullptr) {
    return std::nullopt;
  }
  std::optional<Match> longest;
  std::size_t end = index;
  for (std::uint32_t node = *first; node != 0;) {
    ++end;
    const Node& reached = nodes_[node];
    if (!reached.values.empty()) {
      longest = Match{end - index, reached.values};
    }
    if (reached.next.empty() || end >= text.tokens.size()) {
      break;
    }
    node = next_of(reached, form(text.tokens[end]));
    if (node != 0 && !joins(text.gap_after(end - 1))) {
      break;
    }
  }
  return longest;
}

}  // namespace tracuu
