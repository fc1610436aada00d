#include "common/index/ranked_starts.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tracuu {
namespace {

constexpr std::size_t kFan = 16;

std::size_t above(std::size_t count) {
  return (count + kFan - 1) / kFan;
}

/// The least number seen, and where.
struct Least {
  std::uint32_t number = std::numeric_limits<std::uint32_t>::max();
  std::size_t level = 0;
  std::size_t index = 0;

  void see(std::span<const std::uint32_t> numbers, std::size_t of_level, std::size_t begin,
           std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (numbers[i] < number) {
        *this = {numbers[i], of_level, i};
      }
    }
  }
};

}  // namespace

std::size_t RankedStarts::size_with_minima(std::size_t count) {
  std::size_t size = count;
  while (count > 1) {
    count = above(count);
    size += count;
  }
  return size;
}

void RankedStarts::append_minima(std::vector<std::uint32_t>& numbers) {
  std::size_t level = 0;
  std::size_t count = numbers.size();
  numbers.reserve(size_with_minima(count));
  while (count > 1) {
    for (std::size_t i = 0; i < count; i += kFan) {
      const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(level + i);
      numbers.push_back(
          *std::min_element(first, first + static_cast<std::ptrdiff_t>(std::min(kFan, count - i))));
    }
    level += count;
    count = above(count);
  }
}

std::size_t RankedStarts::least(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kMostLevels = 10;  // 16 to the 10th is over any count
  std::array<std::size_t, kMostLevels> offsets{};
  Least best;
  std::size_t level = 0;
  std::size_t count = count_;
  while (true) {
    const auto numbers = numbers_.subspan(offsets[level]);
    const std::size_t inner_begin = above(begin);
    const std::size_t inner_end = end / kFan;
    if (inner_begin >= inner_end) {
      best.see(numbers, level, begin, end);
      break;
    }
    best.see(numbers, level, begin, inner_begin * kFan);
    best.see(numbers, level, inner_end * kFan, end);
    begin = inner_begin;
    end = inner_end;
    offsets[level + 1] = offsets[level] + count;
    count = above(count);
    ++level;
  }
  for (level = best.level; level > 0; --level) {
    const auto below = numbers_.subspan(offsets[level - 1]);
    best.index *= kFan;
    while (below[best.index] != best.number) {
      ++best.index;
    }
  }
  return best.index;
}

AscendingStarts::AscendingStarts(const RankedStarts& starts, std::size_t begin, std::size_t end)
    : starts_(starts) {
  add(begin, end);
}

void AscendingStarts::add(std::size_t begin, std::size_t end) {
  if (begin < end) {
    const std::size_t least = starts_.least(begin, end);
    waiting_.push({starts_[least], least, begin, end});
  }
}

std::uint32_t AscendingStarts::next() {
  const Part part = waiting_.top();
  waiting_.pop();
  add(part.begin, part.least);
  add(part.least + 1, part.end);
  return part.place;
}

}  // namespace tracuu
