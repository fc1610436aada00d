#include "server/search/block_lanes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "server/search/processor.h"

namespace tracuu {
namespace {

TRACUU_VECTOR_CLONES void pack(const std::uint64_t* live, const float* norms, float* lanes) {
  for (std::size_t word = 0; word < kBlockWords; ++word) {
    for (std::uint64_t bits = live[word]; bits != 0; bits &= bits - 1) {
      *lanes++ = norms[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))];
    }
  }
}

TRACUU_VECTOR_CLONES void spread(const std::uint64_t* words, const std::uint64_t* live,
                                 std::size_t size, const std::uint8_t* times, std::uint8_t* lanes) {
  for (std::size_t word = 0; word < size; ++word) {
    const auto width = static_cast<std::size_t>(std::popcount(live[word]));
    std::memset(lanes, 0, width);
    for (std::uint64_t bits = words[word] & live[word]; bits != 0; bits &= bits - 1) {
      // A bit's place among the set ones tells which of the times, and which lane, is its.
      const std::uint64_t before = (bits & -bits) - 1;
      lanes[std::popcount(live[word] & before)] = times[std::popcount(words[word] & before)];
    }
    times += std::popcount(words[word]);
    lanes += width;
  }
}

TRACUU_VECTOR_CLONES void keep_over(float least, std::uint64_t* live, float* sums, float* norms) {
  std::size_t lane = 0;
  std::size_t kept = 0;
  for (std::size_t word = 0; word < kBlockWords; ++word) {
    for (std::uint64_t bits = live[word]; bits != 0; bits &= bits - 1) {
      const bool keeps = sums[lane] > least;
      sums[kept] = sums[lane];
      norms[kept] = norms[lane++];
      kept += keeps ? 1 : 0;
      live[word] ^= keeps ? 0 : bits & -bits;
    }
  }
}

#if defined(TRACUU_HAVE_WIDE_LANES)
TRACUU_WIDE_LANES void pack_wide(const std::uint64_t* live, const float* norms, float* lanes) {
  for (std::size_t part = 0; part < kBlockArticles / 16; ++part) {
    const auto asked = static_cast<__mmask16>(live[part / 4] >> (part % 4 * 16));
    // Norms that the mask leaves out are not read.
    const __m512 read = _mm512_maskz_loadu_ps(asked, norms + part * 16);
    _mm512_storeu_ps(lanes, _mm512_maskz_compress_ps(asked, read));
    lanes += std::popcount(unsigned{asked});
  }
}

TRACUU_WIDE_LANES void spread_wide(const std::uint64_t* words, const std::uint64_t* live,
                                   std::size_t size, const std::uint8_t* times,
                                   std::uint8_t* lanes) {
  for (std::size_t word = 0; word < size; ++word) {
    const std::uint64_t all = words[word];
    const std::uint64_t both = all & live[word];
    const auto count = static_cast<unsigned>(std::popcount(all));
    // Of the times of all that have the term, those that are live move together, then apart to
    // where they stand among the live ones. Bytes that the mask leaves out are not read.
    const __m512i read = _mm512_maskz_loadu_epi8(_bzhi_u64(~0ULL, count), times);
    const __m512i together = _mm512_maskz_compress_epi8(_pext_u64(both, all), read);
    _mm512_storeu_si512(lanes, _mm512_maskz_expand_epi8(_pext_u64(both, live[word]), together));
    times += count;
    lanes += std::popcount(live[word]);
  }
}

/// Takes the bits of `keeps`, one a set bit of `live` in order, to where these stand.
TRACUU_WIDE_LANES void keep_in(const std::uint64_t* keeps, std::uint64_t* live) {
  std::size_t lane = 0;
  for (std::size_t word = 0; word < kBlockWords; ++word) {
    const std::size_t shift = lane % 64;
    std::uint64_t bits = keeps[lane / 64] >> shift;
    if (shift != 0) {
      bits |= keeps[lane / 64 + 1] << (64 - shift);
    }
    lane += static_cast<std::size_t>(std::popcount(live[word]));
    live[word] = _pdep_u64(bits, live[word]);
  }
}

TRACUU_WIDE_LANES void keep_over_wide(float least, std::uint64_t* live, float* sums, float* norms) {
  std::size_t lanes = 0;
  for (std::size_t word = 0; word < kBlockWords; ++word) {
    lanes += static_cast<std::size_t>(std::popcount(live[word]));
  }
  std::array<std::uint64_t, kBlockWords + 2> keeps{};
  std::size_t kept = 0;
  for (std::size_t lane = 0; lane < lanes; lane += 16) {
    const auto asked = static_cast<__mmask16>((1U << std::min<std::size_t>(lanes - lane, 16)) - 1);
    const __m512 sum = _mm512_loadu_ps(sums + lane);
    const __m512 norm = _mm512_loadu_ps(norms + lane);
    const __mmask16 over = _mm512_mask_cmp_ps_mask(asked, sum, _mm512_set1_ps(least), _CMP_GT_OQ);
    // Whatever is written over was read.
    _mm512_storeu_ps(sums + kept, _mm512_maskz_compress_ps(over, sum));
    _mm512_storeu_ps(norms + kept, _mm512_maskz_compress_ps(over, norm));
    kept += static_cast<std::size_t>(std::popcount(unsigned{over}));
    keeps[lane / 64] |= std::uint64_t{over} << (lane % 64);
  }
  keep_in(keeps.data(), live);
}
#endif

}  // namespace

const BlockLanes kPlainLanes = {pack, spread, keep_over};

const BlockLanes& block_lanes() {
#if defined(TRACUU_HAVE_WIDE_LANES)
  static const BlockLanes wide = {pack_wide, spread_wide, keep_over_wide};
  return has_wide_lanes() ? wide : kPlainLanes;
#else
  return kPlainLanes;
#endif
}

}  // namespace tracuu
