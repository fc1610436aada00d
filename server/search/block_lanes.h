#pragma once

#include <cstddef>
#include <cstdint>

namespace tracuu {

/// Articles whose scores are added up at a time: their sums and lengths fit the nearest cache.
inline constexpr std::size_t kBlockArticles = 4096;
inline constexpr std::size_t kBlockWords = kBlockArticles / 64;

/// Moves bits of bitmaps to lanes and back. Two sets of functions do the same: one for any
/// processor, one for those that move 64 bytes at a time by a mask (AVX-512 VBMI2).
struct BlockLanes {
  /// Writes the norms of the live articles in order. `live` is a bitmap of kBlockWords words;
  /// `norms` go by its bits, `lanes` by those that are set, with room for 16 more.
  void (*pack)(const std::uint64_t* live, const float* norms, float* lanes);
  /// Writes, for each live article in order, how often it has a term, 0 when it does not. `words`
  /// and `live` are bitmaps of `size` words, kBlockWords at most; `times` goes by the set bits of
  /// `words`, `lanes` by those of `live`, with room for 64 more.
  void (*spread)(const std::uint64_t* words, const std::uint64_t* live, std::size_t size,
                 const std::uint8_t* times, std::uint8_t* lanes);
  /// Keeps the lanes whose sum is over `least` and moves them together, sums and norms, and takes
  /// the others out of `live`, kBlockWords words. Arrays have room for 16 more.
  void (*keep_over)(float least, std::uint64_t* live, float* sums, float* norms);
};

/// For any processor.
extern const BlockLanes kPlainLanes;
/// Returns the fastest that this processor has.
const BlockLanes& block_lanes();

}  // namespace tracuu
