#include "server/http/admission.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace tracuu {

namespace asio = boost::asio;

// Stands in line as long as it lives, so that a coroutine destroyed while it waits leaves no
// pointer.
class Admission::Waiter {
 public:
  Waiter(Admission& admission, const asio::any_io_executor& executor,
         std::chrono::steady_clock::time_point deadline,
         std::chrono::steady_clock::time_point end_of_work)
      : admission_(admission),
        end_of_work_(end_of_work),
        timer_(executor, deadline),
        place_(admission.line_.insert(admission.line_.end(), this)) {
    ++admission_.waiting_;
  }
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;
  ~Waiter() { leave_line(); }

  std::chrono::steady_clock::time_point end_of_work() const { return end_of_work_; }
  asio::steady_timer& timer() { return timer_; }
  std::optional<std::size_t> worker() const { return worker_; }

  void take(std::size_t worker) {
    worker_ = worker;
    give_up();
  }

  void give_up() {
    leave_line();
    timer_.cancel();
  }

 private:
  void leave_line() {
    if (std::exchange(in_line_, false)) {
      admission_.line_.erase(place_);
      --admission_.waiting_;
    }
  }

  Admission& admission_;
  std::chrono::steady_clock::time_point end_of_work_;
  asio::steady_timer timer_;
  std::optional<std::size_t> worker_;
  bool in_line_ = true;
  std::list<Waiter*>::iterator place_;
};

Admission::Seat::~Seat() {
  if (admission_ != nullptr) {
    admission_->give_back(worker_, taken_);
  }
}

Admission::Admission(std::size_t workers, std::size_t queue_limit) : queue_limit_(queue_limit) {
  // Worker 0 comes up first: a quiet server keeps to one worker, whose caches are warm.
  for (std::size_t worker = workers; worker > 0; --worker) {
    free_.push_back(worker - 1);
  }
}

asio::awaitable<Admission::Entry> Admission::enter(std::chrono::steady_clock::time_point deadline,
                                                   std::stop_token left,
                                                   std::chrono::steady_clock::duration afterwards) {
  if (!free_.empty()) {
    const std::size_t worker = free_.back();
    free_.pop_back();
    ++running_;
    co_return Entry{Outcome::kAdmitted, Seat(*this, worker)};
  }
  if (line_.size() >= queue_limit_) {
    co_return Entry{Outcome::kQueueFull, std::nullopt};
  }
  Waiter waiter(*this, co_await asio::this_coro::executor, deadline, deadline - afterwards);
  const std::stop_callback leave(left, [&waiter] { waiter.timer().cancel(); });
  co_await waiter.timer().async_wait(asio::as_tuple(asio::use_awaitable));
  // A worker given in the same turn in which the timer fired counts.
  if (waiter.worker()) {
    co_return Entry{Outcome::kAdmitted, Seat(*this, *waiter.worker())};
  }
  co_return Entry{left.stop_requested() ? Outcome::kLeft : Outcome::kDeadlinePassed, std::nullopt};
}

void Admission::give_back(std::size_t worker, std::chrono::steady_clock::time_point taken) {
  const auto now = std::chrono::steady_clock::now();
  times_.add(now - taken);
  const auto last_start = now + times_.median();
  while (!line_.empty() && line_.front()->end_of_work() < last_start) {
    line_.front()->give_up();
  }
  if (line_.empty()) {
    free_.push_back(worker);
    --running_;
  } else {
    line_.front()->take(worker);
  }
}

}  // namespace tracuu
