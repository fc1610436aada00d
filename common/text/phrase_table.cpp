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

std::uint32_t PhraseTable::next_of(const Node& node, const Token& token) const {
  const std::uint32_t hash_of_token = hash(token);
  for (const Next& next : node.next) {
    if (next.hash == hash_of_token && next.word == form(token)) {
      return next.node;
    }
  }
  return 0;
}

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  const std::string spelling = normalized(phrase);
  const std::vector<Token> tokens = tokenize(spelling);
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
    std::uint32_t next = next_of(nodes_[node], tokens[i]);
    if (next == 0) {
      next = fresh();
      nodes_[node].next.push_back({hash(tokens[i]), next, form(tokens[i])});
    }
    node = next;
  }
  nodes_[node].values.push_back(value);
}

template <typename Reach>
void PhraseTable::walk(std::uint32_t node, const TokenizedText& text, std::size_t index,
                       Reach reach) const {
  for (std::size_t end = index; node != 0;) {
    ++end;
    const Node& reached = nodes_[node];
    reach(reached, end - index);
    if (reached.next.empty() || end >= text.tokens.size()) {
      return;
    }
    node = next_of(reached, text.tokens[end]);
    if (node != 0 && !joins(text.gap_after(end - 1))) {
      return;
    }
  }
}

std::optional<PhraseTable::Match> PhraseTable::longest_at(const TokenizedText& text,
                                                          std::size_t index) const {
  std::optional<Match> longest;
  walk(start_of(text.tokens[index]), text, index, [&](const Node& node, std::size_t token_count) {
    if (!node.values.empty()) {
      longest = Match{token_count, node.values};
    }
  });
  return longest;
}

std::size_t PhraseTable::longest_with(std::uint32_t value, Start start, const TokenizedText& text,
                                      std::size_t index) const {
  std::size_t longest = 0;
  walk(start, text, index, [&](const Node& node, std::size_t token_count) {
    if (std::ranges::find(node.values, value) != node.values.end()) {
      longest = token_count;
    }
  });
  return longest;
}

}  // namespace tracuu
