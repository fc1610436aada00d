#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <list>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "server/http/recent_times.h"

namespace tracuu {

/// Hands out the workers, first come, first served, to a bounded queue of coroutines. Keeping the
/// queue on this side of the workers needs no lock, lets a waiter leave at its very deadline, and
/// leaves the decision whether a job still matters to the moment before it starts. Not thread-safe,
/// but for waiting() and running(): everything else happens on the io thread.
class Admission {
 public:
  /// A worker held; given back by the destructor.
  class Seat {
   public:
    Seat(Admission& admission, std::size_t worker) : admission_(&admission), worker_(worker) {}
    Seat(Seat&& other) noexcept
        : admission_(std::exchange(other.admission_, nullptr)),
          worker_(other.worker_),
          taken_(other.taken_) {}
    Seat& operator=(Seat&&) = delete;
    ~Seat();

    std::size_t worker() const { return worker_; }

   private:
    Admission* admission_;
    std::size_t worker_;
    std::chrono::steady_clock::time_point taken_ = std::chrono::steady_clock::now();
  };

  enum class Outcome { kAdmitted, kQueueFull, kDeadlinePassed, kLeft };

  struct Entry {
    Outcome outcome = Outcome::kAdmitted;
    std::optional<Seat> seat;  ///< set when admitted
  };

  Admission(std::size_t workers, std::size_t queue_limit);

  /// Waits for a worker until `deadline`, or until `left` is asked to stop, on the io thread: then
  /// the place in the queue is free at once, and the outcome is kLeft. Refuses at once when
  /// `queue_limit` others wait already. Whose turn comes when less time is left, without
  /// what is needed `afterwards`, than half of the last workers were held for is sent away as if
  /// the deadline had passed: what is begun too late is work for nobody, and makes the next ones
  /// late too.
  boost::asio::awaitable<Entry> enter(std::chrono::steady_clock::time_point deadline,
                                      std::stop_token left = {},
                                      std::chrono::steady_clock::duration afterwards = {});

  std::size_t waiting() const { return waiting_; }
  std::size_t running() const { return running_; }

 private:
  class Waiter;

  void give_back(std::size_t worker, std::chrono::steady_clock::time_point taken);

  std::size_t queue_limit_;
  std::vector<std::size_t> free_;
  std::list<Waiter*> line_;
  RecentTimes times_;
  std::atomic<std::size_t> waiting_{0};
  std::atomic<std::size_t> running_{0};
};

}  // namespace tracuu
