#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

 private:
  /// The phrases that begin with the same words: what they mean, and how they go on.
  struct Node {
    std::vector<std::uint32_t> values;
    std::vector<std::pair<std::string, std::uint32_t>> next;  ///< word and node, sorted by word
  };

  const std::string& form(const Token& token) const;
  /// Returns the node behind `node` for `word`, 0 for none.
  std::uint32_t next_of(const Node& node, const std::string& word) const;

  Compare compare_;
  WordTable<std::uint32_t> first_;                  ///< nodes by first word
  std::vector<Node> nodes_ = std::vector<Node>(1);  ///< node 0 is none
};

}  // namespace tracuu
