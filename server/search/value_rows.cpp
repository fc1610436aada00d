#include "server/search/value_rows.h"

#include <algorithm>
#include <array>
#include <bit>

#include "server/search/processor.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kPlaceBits = 5;
constexpr std::uint32_t kPlaces = 1U << kPlaceBits;

/// What counting reads of rows, by group.
struct Groups {
  const std::uint32_t* begins;
  std::size_t size;
  const std::uint32_t* packed;
};

TRACUU_VECTOR_CLONES void count_groups(Groups groups, const std::uint64_t* articles,
                                       std::uint32_t* counts) {
  for (std::size_t number = 0; number < groups.size; ++number) {
    const auto asked = static_cast<std::uint32_t>(articles[number / 2] >> (number % 2 * kPlaces));
    const std::uint32_t end = asked == 0 ? 0 : groups.begins[number + 1];
    for (std::uint32_t i = groups.begins[number]; i < end; ++i) {
      const std::uint32_t packed = groups.packed[i];
      counts[packed >> kPlaceBits] += asked >> (packed % kPlaces) & 1U;
    }
  }
}

#if defined(TRACUU_HAVE_WIDE_LANES)
/// Values of asked articles that are moved together before they are counted.
constexpr std::size_t kTogether = 1024;

/// Writes those of up to sixteen values whose article is asked; returns how many.
TRACUU_WIDE_LANES std::size_t keep_asked(const std::uint32_t* packed, std::size_t size,
                                         std::uint32_t asked, std::uint32_t* kept) {
  const auto lanes = static_cast<__mmask16>((1U << std::min<std::size_t>(size, 16)) - 1);
  const __m512i read = _mm512_maskz_loadu_epi32(lanes, packed);
  const __m512i place = _mm512_and_si512(read, _mm512_set1_epi32(kPlaces - 1));
  const __m512i bit = _mm512_sllv_epi32(_mm512_set1_epi32(1), place);
  const __mmask16 keeps =
      _mm512_mask_test_epi32_mask(lanes, bit, _mm512_set1_epi32(static_cast<int>(asked)));
  _mm512_storeu_si512(kept,
                      _mm512_srli_epi32(_mm512_maskz_compress_epi32(keeps, read), kPlaceBits));
  return static_cast<std::size_t>(std::popcount(unsigned{keeps}));
}

/// As count_groups(), but values are kept or left out by masks, and only what is kept is counted.
TRACUU_WIDE_LANES void count_groups_wide(Groups groups, const std::uint64_t* articles,
                                         std::uint32_t* counts) {
  std::array<std::uint32_t, kTogether> kept;  // NOLINT(*-member-init): written before it is read
  std::size_t size = 0;
  const auto count_kept = [&] {
    std::for_each_n(kept.begin(), size, [&](std::uint32_t place) { ++counts[place]; });
    size = 0;
  };
  for (std::size_t number = 0; number < groups.size; ++number) {
    const auto asked = static_cast<std::uint32_t>(articles[number / 2] >> (number % 2 * kPlaces));
    const std::uint32_t end = asked == 0 ? 0 : groups.begins[number + 1];
    for (std::uint32_t i = groups.begins[number]; i < end; i += 16) {
      size += keep_asked(groups.packed + i, end - i, asked, kept.data() + size);
      if (size > kTogether - 16) {
        count_kept();
      }
    }
  }
  count_kept();
}
#endif

}  // namespace

ValueRows::ValueRows(std::size_t articles, ValueNumber first, std::span<const Entry> entries)
    : first_(first) {
  static_assert(kGroup == kPlaces);
  begins_.reserve(articles / kGroup + 2);
  packed_.reserve(entries.size());
  for (const auto& [article, value] : entries) {
    begins_.resize(std::max<std::size_t>(begins_.size(), article / kGroup + 1),
                   static_cast<std::uint32_t>(packed_.size()));
    packed_.push_back((value - first) * kGroup + article % kGroup);
  }
  begins_.resize((articles + kGroup - 1) / kGroup + 1, static_cast<std::uint32_t>(packed_.size()));
}

void ValueRows::count(const ArticleSet& articles, std::span<std::uint32_t> counts) const {
  const Groups groups{begins_.data(), begins_.size() - 1, packed_.data()};
#if defined(TRACUU_HAVE_WIDE_LANES)
  if (has_wide_lanes()) {
    count_groups_wide(groups, articles.words().data(), counts.data());
    return;
  }
#endif
  count_groups(groups, articles.words().data(), counts.data());
}

std::size_t ValueRows::bytes() const {
  return begins_.capacity() * sizeof(begins_[0]) + packed_.capacity() * sizeof(packed_[0]);
}

}  // namespace tracuu
