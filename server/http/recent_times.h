#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace tracuu {

/// Remembers how long the last few requests took. Not thread-safe.
class RecentTimes {
 public:
  using Duration = std::chrono::steady_clock::duration;

  /// How many are remembered; odd, so that one stands in the middle.
  static constexpr std::size_t kRemembered = 31;

  /// Forgets the oldest for `took`.
  void add(Duration took) {
    times_[next_] = took;
    next_ = (next_ + 1) % times_.size();
  }

  /// Returns their median, which a few very long ones do not move; zero until half as many as are
  /// remembered were added.
  Duration median() const {
    auto sorted = times_;
    const auto middle = sorted.begin() + kRemembered / 2;
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
  }

 private:
  std::array<Duration, kRemembered> times_{};
  std::size_t next_ = 0;
};

}  // namespace tracuu
