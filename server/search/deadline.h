#pragma once

#include <chrono>
#include <stdexcept>
#include <stop_token>
#include <utility>

namespace tracuu {

/// Thrown when a search runs into its deadline; the router answers 503.
class DeadlineExceeded : public std::runtime_error {
 public:
  DeadlineExceeded() : std::runtime_error("the search took longer than it may") {}
};

/// The moment by which an answer must be found, or none any more because who asked has gone.
class Deadline {
 public:
  explicit Deadline(std::chrono::steady_clock::time_point at, std::stop_token gone = {})
      : at_(at), gone_(std::move(gone)) {}
  static Deadline in(std::chrono::milliseconds time) {
    return Deadline(std::chrono::steady_clock::now() + time);
  }

  /// Throws DeadlineExceeded when the moment has passed, or nobody waits.
  void check() const {
    if (gone_.stop_requested() || std::chrono::steady_clock::now() > at_) {
      throw DeadlineExceeded();
    }
  }

 private:
  std::chrono::steady_clock::time_point at_;
  std::stop_token gone_;
};

}  // namespace tracuu
