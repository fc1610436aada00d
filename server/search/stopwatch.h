#pragma once

#include <chrono>

namespace tracuu {

/// Adds the time from its beginning to its end to a sum of milliseconds.
class Stopwatch {
 public:
  /// `milliseconds` must outlive this.
  explicit Stopwatch(double& milliseconds) : milliseconds_(milliseconds) {}
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;
  ~Stopwatch() {
    milliseconds_ += std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;

  double& milliseconds_;
  Clock::time_point start_ = Clock::now();
};

}  // namespace tracuu
