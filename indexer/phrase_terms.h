#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "common/index/token_streams.h"

namespace tracuu {

/// Runs of symbols that many articles have, as a tree: a run's parent is the run without its last
/// symbol. Constant after growing, thread-safe.
class PhraseTree {
 public:
  using Symbol = std::uint32_t;
  using Node = std::uint32_t;
  /// Stands between sentences and articles; no run goes over it.
  static constexpr Symbol kBreak = std::numeric_limits<Symbol>::max();

  /// Finds the runs of up to kLongestPhraseTerm symbols that `least` of the articles have at least.
  /// Each of `articles` ends in kBreak; symbols are under `symbols`. A run is looked for only where
  /// both parts of one symbol less are frequent, so time is linear in the text (Agrawal, Srikant:
  /// "Fast Algorithms for Mining Association Rules", 1994).
  PhraseTree(const std::vector<std::vector<Symbol>>& articles, std::size_t symbols,
             std::size_t least);

  std::size_t size() const { return nodes_.size(); }
  /// How many symbols a run has.
  std::size_t length(Node node) const { return nodes_[node].length; }
  std::vector<Symbol> symbols_of(Node node) const;

  /// Calls `visit` with each node whose run stands in `symbols`, as often as it does.
  template <typename Visit>
  void for_each_in(std::span<const Symbol> symbols, Visit visit) const {
    for (std::size_t begin = 0; begin < symbols.size(); ++begin) {
      Node node = symbols[begin] == kBreak ? kNone : first_[symbols[begin]];
      for (std::size_t end = begin + 1; node != kNone; ++end) {
        visit(node);
        node = end < symbols.size() ? child(node, symbols[end]) : kNone;
      }
    }
  }

 private:
  static constexpr Node kNone = std::numeric_limits<Node>::max();
  struct Run {
    Node parent = kNone;
    Symbol last = 0;
    std::uint32_t length = 1;
  };
  struct Sample;

  void add_symbols(Sample& sample, std::size_t least);
  bool add_longer(Sample& sample, std::size_t least);
  Node child(Node node, Symbol symbol) const {
    const auto found = children_.find(key(node, symbol));
    return found == children_.end() ? kNone : found->second;
  }
  static std::uint64_t key(Node node, Symbol symbol) { return std::uint64_t{node} << 32U | symbol; }

  std::vector<Run> nodes_;
  std::vector<Node> first_;  ///< by symbol
  boost::unordered_flat_map<std::uint64_t, Node> children_;
};

/// The phrases whose articles are too many to be looked through for each search: who has them is
/// written as of terms (see phrase_term() in common/index/schema.h). They are found in a sample, so
/// that of phrases in about one article in 64 some are missed; whichever is chosen has all of its
/// articles. Constant after construction, thread-safe.
class PhraseTerms {
 public:
  /// `streams` and `parts`, of the same generation, must outlive this.
  PhraseTerms(const TokenStreams& streams, const std::vector<TokenStreams::WordParts>& parts);

  std::size_t size() const { return as_written_.size() + folded_.size(); }
  /// Returns the term of a phrase.
  std::string term(std::size_t number) const;
  /// Appends the numbers of the phrases of an article to `found`, repeats included.
  void find_in(std::span<const StreamUnit> units, std::vector<std::uint32_t>& found) const;

 private:
  const TokenStreams& streams_;
  const std::vector<TokenStreams::WordParts>& parts_;
  PhraseTree as_written_;
  PhraseTree folded_;
};

}  // namespace tracuu
