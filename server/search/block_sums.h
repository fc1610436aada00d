#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tracuu {

/// Articles whose scores are added up at a time: their sums and lengths fit the nearest cache.
inline constexpr std::size_t kBlockArticles = 4096;
inline constexpr std::size_t kBlockWords = kBlockArticles / 64;

/// The scores of one block while they are added up. Bit i of word w of `live` is its article
/// 64 w + i: those that can still be among the best.
struct BlockSums {
  alignas(64) std::array<float, kBlockArticles> sums;
  alignas(64) std::array<std::uint64_t, kBlockWords> live;
};

/// Adds weight x times / (times + norm) to each live article of a block that has a term. `words`
/// are the block's words of its bitmap, `size` of them; `times` and `norms` start at the block.
/// Postings of a block are in order.
void add_counted(const std::uint64_t* words, std::size_t size, const std::uint8_t* times,
                 const float* norms, float weight, BlockSums& block);

/// Adds the weight alone to each.
void add_uncounted(const std::uint64_t* words, std::size_t size, float weight, BlockSums& block);

/// Keeps of the live articles those whose sum is over `least`.
void keep_over(float least, BlockSums& block);

/// Returns whether any article of the block is live.
bool any_live(const BlockSums& block);

}  // namespace tracuu
