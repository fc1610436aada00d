#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokens.h"
#include "common/text/word_table.h"

namespace tracuu {

/// Finds gazetteer phrases in tokens, longest first. Phrases are compared by canonical key, so
/// case, tone placement and i/y do not matter and marks do; `by_folded` compares without marks
/// instead. Const use is thread-safe. "Bà Rịa - Vũng Tàu", "TP. HCM" and "TT&TT" match as phrases:
/// between two tokens only blanks, one line end, and the characters - . & / ' may stand.
class PhraseTable {
 public:
  enum class Compare { kKey, kFolded };
  explicit PhraseTable(Compare compare = Compare::kKey) : compare_(compare) {}

  /// Adds a phrase. A phrase added twice keeps all its values. Empty phrases are ignored.
  void add(std::string_view phrase, std::uint32_t value);

  struct Match {
    std::size_t token_count = 0;
    std::span<const std::uint32_t> values;  ///< in the order added; owned by the table
  };

  /// Returns the longest phrase that starts at token `index`, or nothing.
  std::optional<Match> longest_at(const TokenizedText& text, std::size_t index) const;

  /// The phrases that begin with one word; kNoStart for none.
  using Start = std::uint32_t;
  static constexpr Start kNoStart = 0;

  /// Returns the phrases that begin with `token`.
  Start start_of(const Token& token) const {
    const Start* first = first_.find(form(token), hash(token));
    return first == nullptr ? kNoStart : *first;
  }

  /// Returns the number of tokens of the longest phrase with `value` among those of `start` that
  /// stand at token `index`; 0 for none. REQUIRES: `start` is start_of() that token.
  std::size_t longest_with(std::uint32_t value, Start start, const TokenizedText& text,
                           std::size_t index) const;

 private:
  struct Next {
    std::uint32_t hash = 0;  ///< of `word`
    std::uint32_t node = 0;
    std::string word;
  };
  /// The phrases that begin with the same words: what they mean, and how they go on.
  struct Node {
    std::vector<std::uint32_t> values;
    std::vector<Next> next;
  };

  const std::string& form(const Token& token) const {
    return compare_ == Compare::kKey ? token.key : token.folded;
  }
  std::uint32_t hash(const Token& token) const {
    return compare_ == Compare::kKey ? token.key_hash : word_hash(token.folded);
  }
  /// Returns the node behind `node` for `token`, 0 for none.
  std::uint32_t next_of(const Node& node, const Token& token) const;
  /// Hands each node from `node` on that the tokens reach to `reach`, with the tokens so far.
  template <typename Reach>
  void walk(std::uint32_t node, const TokenizedText& text, std::size_t index, Reach reach) const;

  Compare compare_;
  WordTable<std::uint32_t> first_;                  ///< nodes by first word
  std::vector<Node> nodes_ = std::vector<Node>(1);  ///< node 0 is none
};

}  // namespace tracuu
