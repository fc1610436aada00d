#include "server/search/block_sums.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <numeric>
#include <random>
#include <vector>

namespace tracuu {
namespace {

using Words = std::vector<std::uint64_t>;

struct Row {
  const char* reason;
  double live;   ///< share of the articles
  double terms;  ///< share of the articles that have a term
};

constexpr Row kRows[] = {
    {"nothing is live", 0, 0.5},        {"one article here and there", 0.002, 0.3},
    {"a match of two words", 0.2, 0.4}, {"a term that few have", 0.5, 0.01},
    {"a term that all have", 0.3, 1},   {"all are live", 1, 0.5},
    {"all are live and have it", 1, 1}, {"few of either", 0.02, 0.02},
};

Words random_words(std::size_t size, double share, std::mt19937& random) {
  std::bernoulli_distribution has(share);
  Words words(size);
  for (std::uint64_t& word : words) {
    for (int bit = 0; bit < 64; ++bit) {
      word |= std::uint64_t{has(random)} << bit;
    }
  }
  return words;
}

bool is_in(const Words& words, std::size_t place) {
  return place / 64 < words.size() && (words[place / 64] >> (place % 64) & 1U) != 0;
}

/// A block that is added up one article at a time beside a BlockSums.
class Compared {
 public:
  Compared(const Words& live, std::mt19937& random) : live_(live), random_(random) {
    std::uniform_real_distribution<float> norm(0.4F, 6);
    for (std::size_t i = 0; i < live.size() * 64; ++i) {
      norms_.push_back(norm(random));
    }
    block_.begin(live_, norms_.data());
  }

  void add_counted(double share, float weight) {
    const Words words = random_words(live_.size(), share, random_);
    std::vector<std::uint8_t> times;
    for (std::size_t i = 0; i < words.size() * 64; ++i) {
      if (is_in(words, i)) {
        times.push_back(static_cast<std::uint8_t>(1 + random_() % 255));
        sums_[i] += weight * times.back() / (times.back() + norms_[i]);
      }
    }
    times.shrink_to_fit();
    block_.add_counted(words, times.data(), weight);
  }
  void add_uncounted(double share, float weight) {
    const Words words = random_words(live_.size(), share, random_);
    for (std::size_t i = 0; i < words.size() * 64; ++i) {
      sums_[i] += is_in(words, i) ? weight : 0;
    }
    block_.add_uncounted(words, weight);
  }
  void add_to(std::size_t place, std::uint32_t times, float weight) {
    sums_[place] +=
        weight * static_cast<float>(times) / (static_cast<float>(times) + norms_[place]);
    block_.add_counted_to(place, times, weight);
    sums_[place] += weight;
    block_.add_uncounted_to(place, weight);
  }
  void keep_over(float least) {
    block_.keep_over(least);
    std::size_t others = 0;
    block_.for_each([&](std::size_t, float sum) { others += sum <= least ? 1 : 0; });
    EXPECT_LE(others, block_.size() / 8);
    for (std::size_t i = 0; i < live_.size() * 64; ++i) {
      may_be_gone_[i] = may_be_gone_[i] || sums_[i] < least + 1e-4;
    }
  }

  /// Expects the sum of every live article in its place, but for those that keep_over() was free to
  /// drop.
  void expect_same() const {
    std::vector<float> found(live_.size() * 64, -1);
    std::size_t last = 0;
    block_.for_each([&](std::size_t place, float sum) {
      EXPECT_TRUE(last <= place && is_in(live_, place)) << place;
      last = place;
      found[place] = sum;
    });
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i] >= 0) {
        EXPECT_NEAR(found[i], sums_[i], 1e-4) << i;
      } else {
        EXPECT_TRUE(!is_in(live_, i) || may_be_gone_[i]) << i;
      }
    }
  }

 private:
  Words live_;
  std::mt19937& random_;
  std::vector<float> norms_;
  std::array<double, kBlockArticles> sums_{};
  BlockSums block_;
  std::array<bool, kBlockArticles> may_be_gone_{};
};

TEST(BlockSums, AreThoseOfEachLiveArticle) {
  std::mt19937 random(36);
  for (const std::size_t words : {kBlockWords, std::size_t{5}}) {
    for (const Row& row : kRows) {
      SCOPED_TRACE(row.reason);
      Compared block(random_words(words, row.live, random), random);
      block.add_counted(row.terms, 2);
      block.add_uncounted(row.terms, 0.5);
      block.add_to(words * 64 - 1, 3, 1);
      block.expect_same();
      block.keep_over(1.5);
      block.expect_same();
      block.add_counted(row.terms, 0.25);
      block.add_to(17, 300, 0.1F);
      block.expect_same();
      block.keep_over(2.2F);
      block.expect_same();
    }
  }
}

TEST(BlockLanes, OfEveryProcessorDoTheSame) {
  if (&block_lanes() == &kPlainLanes) {
    GTEST_SKIP() << "this processor has no others";
  }
  std::mt19937 random(19);
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.reason);
    const Words live = random_words(kBlockWords, row.live, random);
    const Words words = random_words(kBlockWords, row.terms, random);
    std::vector<std::uint8_t> times(kBlockArticles);
    std::vector<float> norms(kBlockArticles);
    std::generate(times.begin(), times.end(), [&] { return static_cast<std::uint8_t>(random()); });
    std::generate(norms.begin(), norms.end(), [&] { return static_cast<float>(random() % 1000); });
    struct Result {
      Words live;
      std::vector<float> norms = std::vector<float>(kBlockArticles + 16);
      std::vector<float> sums = std::vector<float>(kBlockArticles + 16);
      std::vector<std::uint8_t> times = std::vector<std::uint8_t>(kBlockArticles + 64);
    };
    const auto run = [&](const BlockLanes& lanes) {
      Result result{live};
      lanes.pack(live.data(), norms.data(), result.norms.data());
      lanes.spread(words.data(), live.data(), kBlockWords, times.data(), result.times.data());
      std::copy_n(result.times.begin(), kBlockArticles, result.sums.begin());
      lanes.keep_over(100, result.live.data(), result.sums.data(), result.norms.data());
      return result;
    };
    const auto bits = [](const Words& set) {
      return std::accumulate(set.begin(), set.end(), std::ptrdiff_t{0},
                             [](auto sum, auto word) { return sum + std::popcount(word); });
    };
    const Result plain = run(kPlainLanes);
    const Result fast = run(block_lanes());
    EXPECT_EQ(plain.live, fast.live);
    EXPECT_TRUE(
        std::equal(plain.times.begin(), plain.times.begin() + bits(live), fast.times.begin()));
    const std::ptrdiff_t kept = bits(plain.live);
    EXPECT_TRUE(std::equal(plain.sums.begin(), plain.sums.begin() + kept, fast.sums.begin()));
    EXPECT_TRUE(std::equal(plain.norms.begin(), plain.norms.begin() + kept, fast.norms.begin()));
  }
}

}  // namespace
}  // namespace tracuu
