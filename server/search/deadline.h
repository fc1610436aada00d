#pragma once

#include <chrono>
#include <stdexcept>

namespace tracuu {

/// Thrown when a search runs into its deadline; the router answers 503.
class DeadlineExceeded : public std::runtime_error {
 public:
  DeadlineExceeded() : std::runtime_error("the search took longer than it may") {}
};

/// The moment by which an answer must be found.
class Deadline {
 public:
  explicit Deadline(std::chrono::steady_clock::time_point at) : at_(at) {}
  static Deadline in(std::chrono::milliseconds time) {
    return Deadline(std::chrono::steady_clock::now() + time);
  }

  /// Throws DeadlineExceeded when the moment has passed.
  void check() const {
    if (std::chrono::steady_clock::now() > at_) {
      throw DeadlineExceeded();
    }
  }

 private:
  std::chrono::steady_clock::time_point at_;
};

}  // namespace tracuu
