#pragma once

#include <cstddef>
#include <cstdint>
#include <queue>
#include <span>
#include <vector>

namespace tracuu {

/// Places in a text in an order of their own, with the least of every 16, of every 256 and so on
/// behind them, so that the least places of a range are found without walking through it:
///
///     places   9 4 7 2 ... | 5 8 1 3 ... | ...
///     of 16    2             1             ...
///     of 256   1 ...
///
/// REQUIRES: no place stands twice. A view, thread-safe.
class RankedStarts {
 public:
  RankedStarts() = default;
  /// `numbers` holds `count` places and behind them what append_minima() appends.
  RankedStarts(std::span<const std::uint32_t> numbers, std::size_t count)
      : numbers_(numbers), count_(count) {}

  std::size_t size() const { return count_; }
  std::uint32_t operator[](std::size_t index) const { return numbers_[index]; }

  /// Returns the index of the least place of [begin, end). REQUIRES: begin < end <= size().
  std::size_t least(std::size_t begin, std::size_t end) const;

  /// Returns how many numbers `count` places and their minima are.
  static std::size_t size_with_minima(std::size_t count);
  /// Appends the minima of `numbers`, which are places, to them.
  static void append_minima(std::vector<std::uint32_t>& numbers);

 private:
  std::span<const std::uint32_t> numbers_;
  std::size_t count_ = 0;
};

/// Gives the places of a range of RankedStarts from the least up, each in logarithmic time.
class AscendingStarts {
 public:
  AscendingStarts(const RankedStarts& starts, std::size_t begin, std::size_t end);

  bool at_end() const { return waiting_.empty(); }
  /// Returns the next place. REQUIRES: !at_end().
  std::uint32_t next();

 private:
  /// A range whose least place is known.
  struct Part {
    std::uint32_t place = 0;
    std::size_t least = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator<(const Part& other) const { return place > other.place; }  // least on top
  };
  void add(std::size_t begin, std::size_t end);

  const RankedStarts& starts_;
  std::priority_queue<Part> waiting_;
};

}  // namespace tracuu
