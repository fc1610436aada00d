#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/tokens.h"

namespace tracuu {

/// Syllables of a phrase that may be suggested. Up to six, since the names of ministries and
/// departments are so long ("Sở Thông tin và Truyền thông").
inline constexpr std::size_t kShortestPhrase = 2;
inline constexpr std::size_t kLongestPhrase = 6;
/// Phrases of one syllable more are counted too, by which a phrase that is but the start or the end
/// of a longer one is known.
inline constexpr std::size_t kLongestCounted = kLongestPhrase + 1;

/// Finds the phrases that titles often use. A phrase stands in titles without punctuation or number
/// inside, neither starts nor ends in a stop syllable, does not lead to a number ("nghị quyết số")
/// and is in two titles at least.
/// Not thread-safe. See all titles, then find(), then let the titles vote on the spellings.
class PhraseMiner {
 public:
  void see_title(const TokenizedText& title);

  /// Finds the phrases of the titles seen. Looks for those of n + 1 syllables only where both parts
  /// of n are frequent, and keeps the commonest of each length, so that memory stays bounded.
  void find();

  /// Counts the spellings of the phrases in a title. REQUIRES: find() was called, and the title was
  /// seen before it.
  void vote(const TokenizedText& title);

  /// Returns the spellings that are phrases of their own ("công chúng", "công chứng"), in byte
  /// order: of each reading, the writing most used inside titles that are not all capitals.
  std::vector<std::string> spellings() const;

 private:
  /// Number of a run of syllables that titles have; runs of one are numbered like the syllables.
  using Node = std::uint32_t;
  using Children = std::unordered_map<std::uint64_t, Node>;  ///< by node and syllable

  /// One word of a title.
  struct Place {
    std::uint32_t syllable : 29 = 0;
    bool starts : 1 = false;  ///< whether a phrase may start here
    bool ends : 1 = false;    ///< whether a phrase may end here
    bool joined : 1 = false;  ///< to the word before it
    Node node = 0;            ///< the run of the length looked at that starts here
  };
  /// The runs of one length.
  struct Runs {
    Children numbers;
    std::vector<std::uint32_t> counts;
    std::vector<std::uint32_t> phrases;  ///< of the counts, without stop syllables at their ends
  };
  struct Reading {
    std::uint32_t titles = 0;
    std::map<std::string, std::uint32_t> votes;  ///< by writing
  };

  Runs count_runs(std::size_t length);
  void keep_frequent(const Runs& runs);
  void vote_for(const TokenizedText& title, std::size_t begin, std::size_t end, bool all_caps,
                Node node);

  std::unordered_map<std::string, std::uint32_t> syllables_;
  std::vector<Place> places_;
  Children children_;
  Node next_node_ = 0;
  std::unordered_map<Node, std::map<std::string, Reading>> phrases_;  ///< by canonical keys
};

}  // namespace tracuu
