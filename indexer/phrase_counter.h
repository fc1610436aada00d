#pragma once

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/text/tokens.h"

namespace tracuu {

/// Counts how many articles have each of many phrases, as a search for the phrase in quotes would
/// find them: the syllables side by side in one sentence, those with marks in that writing, the
/// others in any. Looks at each syllable of a text once, however many phrases there are.
class PhraseCounter {
 public:
  /// `spellings` are normalized, of at least two syllables each.
  explicit PhraseCounter(const std::vector<std::string>& spellings);

  /// A word of a text as the counter knows it.
  struct Word {
    std::uint32_t syllable = kUnknown;
    std::uint32_t key = kUnknown;
    bool apart = false;  ///< from the word before it, by the end of a sentence

    /// In no phrase.
    static constexpr std::uint32_t kUnknown = 0xFFFF'FFFF;
  };
  /// Returns the word of these forms.
  Word word(const std::string& folded, const std::string& key) const;

  /// Adds `by` to the counts of the phrases that the text of one article has; thread-safe.
  void count(std::span<const Word> words, std::int32_t by = 1);
  void count(const TokenizedText& text, std::int32_t by = 1);

  /// Returns the count of the phrase of that number in `spellings`.
  std::int32_t count_of(std::size_t phrase) const { return counts_[phrase]; }

 private:
  using Node = std::uint32_t;

  struct Phrase {
    std::vector<std::uint32_t> keys;  ///< Word::kUnknown for a syllable without marks
    std::uint32_t next = 0;           ///< another phrase of the same folded syllables, or kNone
  };

  void add(std::uint32_t number, const std::string& spelling);
  bool fits(const Phrase& phrase, std::span<const Word> words) const;
  void find_in(std::span<const Word> words, std::vector<std::uint32_t>& found) const;

  std::unordered_map<std::string, std::uint32_t> syllables_;
  std::unordered_map<std::string, std::uint32_t> keys_;  ///< of syllables with marks
  std::vector<Node> first_nodes_;                        ///< of phrases, by their first syllable
  boost::unordered_flat_map<std::uint64_t, Node> children_;  ///< by node and syllable
  std::vector<std::uint32_t> first_phrase_;                  ///< of each node
  std::vector<Phrase> phrases_;
  std::vector<std::atomic<std::int32_t>> counts_;
};

}  // namespace tracuu
