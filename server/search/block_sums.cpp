#include "server/search/block_sums.h"

#include <algorithm>

#include "server/search/processor.h"

namespace tracuu {
namespace {

/// One lane in so many is few.
constexpr std::size_t kFewShare = 8;

TRACUU_VECTOR_CLONES void add_weighted(const std::uint8_t* times, const float* norms,
                                       std::size_t size, float weight, float* sums) {
  for (std::size_t i = 0; i < size; ++i) {
    const auto count = static_cast<float>(times[i]);
    sums[i] += weight * (count / (count + norms[i]));
  }
}

TRACUU_VECTOR_CLONES void add_weight(const std::uint64_t* words, const std::uint64_t* live,
                                     std::size_t size, const std::uint32_t* before, float weight,
                                     float* sums) {
  for (std::size_t word = 0; word < size; ++word) {
    for (std::uint64_t bits = words[word] & live[word]; bits != 0; bits &= bits - 1) {
      const std::uint64_t lower = (bits & -bits) - 1;
      sums[before[word] + static_cast<std::size_t>(std::popcount(live[word] & lower))] += weight;
    }
  }
}

TRACUU_VECTOR_CLONES std::size_t count_over(const float* sums, std::size_t size, float least) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    count += sums[i] > least ? 1 : 0;
  }
  return count;
}

/// Writes how many bits are set before each word; returns how many in all.
TRACUU_VECTOR_CLONES std::size_t count_words(const std::uint64_t* words, std::uint32_t* before) {
  std::uint32_t count = 0;
  for (std::size_t word = 0; word < kBlockWords; ++word) {
    before[word] = count;
    count += static_cast<std::uint32_t>(std::popcount(words[word]));
  }
  return count;
}

}  // namespace

void BlockSums::begin(std::span<const std::uint64_t> live, const float* norms) {
  live_.fill(0);
  std::ranges::copy(live, live_.begin());
  count_before();
  std::fill_n(sums_.begin(), size_, 0.0F);
  lanes_.pack(live_.data(), norms, norms_.data());
}

void BlockSums::add_counted(std::span<const std::uint64_t> words, const std::uint8_t* times,
                            float weight) {
  lanes_.spread(words.data(), live_.data(), words.size(), times, times_.data());
  // Behind the words of a last, short block nothing is live.
  add_weighted(times_.data(), norms_.data(), size_, weight, sums_.data());
}

void BlockSums::add_uncounted(std::span<const std::uint64_t> words, float weight) {
  add_weight(words.data(), live_.data(), words.size(), before_.data(), weight, sums_.data());
}

void BlockSums::add_counted_to(std::size_t place, std::uint32_t times, float weight) {
  if (const std::size_t lane = lane_of(place); lane < size_) {
    const auto count = static_cast<float>(times);
    sums_[lane] += weight * (count / (count + norms_[lane]));
  }
}

void BlockSums::add_uncounted_to(std::size_t place, float weight) {
  if (const std::size_t lane = lane_of(place); lane < size_) {
    sums_[lane] += weight;
  }
}

void BlockSums::keep_over(float least) {
  if (count_over(sums_.data(), size_, least) > size_ - size_ / kFewShare) {
    return;
  }
  lanes_.keep_over(least, live_.data(), sums_.data(), norms_.data());
  count_before();
}

std::size_t BlockSums::lane_of(std::size_t place) const {
  const std::uint64_t bit = std::uint64_t{1} << (place % 64);
  const std::uint64_t word = live_[place / 64];
  return (word & bit) == 0
             ? size_
             : before_[place / 64] + static_cast<std::size_t>(std::popcount(word & (bit - 1)));
}

void BlockSums::count_before() {
  size_ = count_words(live_.data(), before_.data());
}

}  // namespace tracuu
