#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "server/search/block_lanes.h"

namespace tracuu {

/// The scores of one block while they are added up: those of its live articles, which can still be
/// among the best, side by side, so that as many are added to at a time as the processor has lanes.
class BlockSums {
 public:
  /// Starts a block with sums of 0. `live` are the words of its bitmap, bit i of word w for its
  /// article 64 w + i; `norms` starts at the block.
  void begin(std::span<const std::uint64_t> live, const float* norms);

  /// How many articles are live.
  std::size_t size() const { return size_; }
  /// Adds weight x times / (times + norm) to each live article that has a term. `words` are those
  /// of its bitmap; `times` starts at the block, in the order of the articles that have the term.
  void add_counted(std::span<const std::uint64_t> words, const std::uint8_t* times, float weight);
  /// Adds the weight alone to each.
  void add_uncounted(std::span<const std::uint64_t> words, float weight);
  /// Adds to the article at a place of the block, if it is live, by its times or the weight alone.
  void add_counted_to(std::size_t place, std::uint32_t times, float weight);
  void add_uncounted_to(std::size_t place, float weight);

  /// Keeps of the live articles those whose sum is over `least`. Others may stay while they are
  /// few: moving lanes together takes longer than adding to some in vain.
  void keep_over(float least);
  /// Calls `visit` with the place and the sum of each live article, ascending.
  template <typename Visit>
  void for_each(Visit visit) const {
    std::size_t lane = 0;
    for (std::size_t word = 0; word < kBlockWords; ++word) {
      for (std::uint64_t bits = live_[word]; bits != 0; bits &= bits - 1) {
        visit(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)), sums_[lane++]);
      }
    }
  }

 private:
  /// Returns the lane of the article at a place, or size() when it is not live.
  std::size_t lane_of(std::size_t place) const;
  void count_before();

  const BlockLanes& lanes_ = block_lanes();
  std::array<std::uint64_t, kBlockWords> live_{};
  std::array<std::uint32_t, kBlockWords> before_{};  ///< by word, live articles before it
  std::size_t size_ = 0;
  // By live article. Vectors are written whole, so some room lies behind the last.
  alignas(64) std::array<float, kBlockArticles + 16> sums_{};
  alignas(64) std::array<float, kBlockArticles + 16> norms_{};
  alignas(64) std::array<std::uint8_t, kBlockArticles + 64> times_{};
};

}  // namespace tracuu
