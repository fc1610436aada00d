#include "common/index/ranked_starts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace tracuu {
namespace {

std::vector<std::uint32_t> shuffled(std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 100U);
  std::shuffle(numbers.begin(), numbers.end(), std::mt19937(count));
  return numbers;
}

TEST(RankedStarts, GiveTheLeastOfAnyRangeAsAWalkThroughItWould) {
  for (const std::size_t count : {1, 2, 15, 16, 17, 255, 256, 257, 5000}) {
    const std::vector<std::uint32_t> plain = shuffled(count);
    std::vector<std::uint32_t> numbers = plain;
    RankedStarts::append_minima(numbers);
    ASSERT_EQ(numbers.size(), RankedStarts::size_with_minima(count));
    const RankedStarts starts(numbers, count);
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
      std::size_t begin = random() % count;
      std::size_t end = random() % count;
      if (begin > end) {
        std::swap(begin, end);
      }
      ++end;
      const auto first = plain.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last = plain.begin() + static_cast<std::ptrdiff_t>(end);
      EXPECT_EQ(starts.least(begin, end),
                static_cast<std::size_t>(std::min_element(first, last) - plain.begin()))
          << count << ' ' << begin << ' ' << end;
    }
  }
}

TEST(AscendingStarts, GiveAWholeRangeInOrder) {
  std::vector<std::uint32_t> numbers = shuffled(1000);
  std::vector<std::uint32_t> expected(numbers.begin() + 37, numbers.begin() + 901);
  std::sort(expected.begin(), expected.end());
  RankedStarts::append_minima(numbers);
  const RankedStarts starts(numbers, 1000);
  AscendingStarts ascending(starts, 37, 901);
  std::vector<std::uint32_t> given;
  while (!ascending.at_end()) {
    given.push_back(ascending.next());
  }
  EXPECT_EQ(given, expected);
}

TEST(AscendingStarts, AreAtTheEndOfAnEmptyRange) {
  const RankedStarts starts;
  EXPECT_TRUE(AscendingStarts(starts, 0, 0).at_end());
}

}  // namespace
}  // namespace tracuu
