#include "server/search/block_sums.h"

#include <algorithm>
#include <bit>

#include "server/search/vector_clones.h"

namespace tracuu {

TRACUU_VECTOR_CLONES void add_counted(const std::uint64_t* words, std::size_t size,
                                      const std::uint8_t* times, const float* norms, float weight,
                                      BlockSums& block) {
  for (std::size_t word = 0; word < size; ++word) {
    const std::uint64_t all = words[word];
    // Times are stored for the articles that have the term, so a bit's place among the set ones
    // tells which are its.
    float* const sums = block.sums.data() + word * 64;
    const float* const norms_here = norms + word * 64;
    for (std::uint64_t bits = all & block.live[word]; bits != 0; bits &= bits - 1) {
      const auto at = static_cast<std::size_t>(std::countr_zero(bits));
      const std::uint64_t before = (bits & -bits) - 1;
      const auto count = static_cast<float>(times[std::popcount(all & before)]);
      sums[at] += weight * (count / (count + norms_here[at]));
    }
    times += std::popcount(all);
  }
}

TRACUU_VECTOR_CLONES void add_uncounted(const std::uint64_t* words, std::size_t size, float weight,
                                        BlockSums& block) {
  for (std::size_t word = 0; word < size; ++word) {
    for (std::uint64_t bits = words[word] & block.live[word]; bits != 0; bits &= bits - 1) {
      block.sums[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))] += weight;
    }
  }
}

TRACUU_VECTOR_CLONES void keep_over(float least, BlockSums& block) {
  for (std::size_t word = 0; word < kBlockWords; ++word) {
    if (block.live[word] == 0) {
      continue;
    }
    const float* const sums = block.sums.data() + word * 64;
    // Comparing to bytes first is what compilers turn into vector instructions.
    std::array<std::uint8_t, 64> over;
    for (std::size_t i = 0; i < 64; ++i) {
      over[i] = sums[i] > least ? 1 : 0;
    }
    std::uint64_t mask = 0;
    for (std::size_t byte = 0; byte < 8; ++byte) {
      // Eight bytes of 0 and 1 become eight bits: each is moved to the top byte by one product.
      std::uint64_t eight = 0;
      for (std::size_t i = 0; i < 8; ++i) {
        eight |= std::uint64_t{over[byte * 8 + i]} << (i * 8);
      }
      mask |= (eight * 0x0102'0408'1020'4080U >> 56U) << (byte * 8);
    }
    block.live[word] &= mask;
  }
}

bool any_live(const BlockSums& block) {
  return std::any_of(block.live.begin(), block.live.end(),
                     [](std::uint64_t word) { return word != 0; });
}

}  // namespace tracuu
