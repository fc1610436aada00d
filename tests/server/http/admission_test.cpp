#include "server/http/admission.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <string>
#include <thread>

namespace tracuu {
namespace {

namespace asio = boost::asio;
using std::chrono::steady_clock;

constexpr auto kLong = std::chrono::hours(1);

struct Guest {
  std::stop_source left;
  std::optional<Admission::Entry> entry;

  std::string outcome() const {
    if (!entry) {
      return "waits";
    }
    switch (entry->outcome) {
      case Admission::Outcome::kAdmitted:
        return "worker " + std::to_string(entry->seat->worker());
      case Admission::Outcome::kQueueFull:
        return "queue full";
      case Admission::Outcome::kDeadlinePassed:
        return "too late";
      case Admission::Outcome::kLeft:
        return "left";
    }
    return "?";
  }
};

asio::awaitable<void> enter(Admission& admission, Guest& guest, steady_clock::time_point deadline) {
  guest.entry.emplace(co_await admission.enter(deadline, guest.left.get_token()));
}

class AdmissionTest : public testing::Test {
 protected:
  void start(Guest& guest, steady_clock::duration patience = kLong) {
    asio::co_spawn(io_, enter(admission_, guest, steady_clock::now() + patience), asio::detached);
    turn();
  }

  void leave(Guest& guest) {
    guest.entry.reset();
    turn();
  }

  void turn() {
    io_.restart();
    io_.poll();
  }

  asio::io_context io_;
  Admission admission_{2, 2};
  Guest a_, b_, c_, d_, e_;
};

TEST_F(AdmissionTest, GivesEachGuestAWorkerOfItsOwn) {
  start(a_);
  start(b_);
  EXPECT_EQ(a_.outcome(), "worker 0");
  EXPECT_EQ(b_.outcome(), "worker 1");
  EXPECT_EQ(admission_.running(), 2U);
}

TEST_F(AdmissionTest, LetsTheLongestWaitingInFirstWithTheWorkerThatCameFree) {
  start(a_);
  start(b_);
  start(c_);
  start(d_);
  EXPECT_EQ(c_.outcome(), "waits");
  EXPECT_EQ(admission_.waiting(), 2U);
  leave(b_);
  EXPECT_EQ(c_.outcome(), "worker 1");
  EXPECT_EQ(d_.outcome(), "waits");
  leave(a_);
  EXPECT_EQ(d_.outcome(), "worker 0");
  EXPECT_EQ(admission_.waiting(), 0U);
}

TEST_F(AdmissionTest, RefusesTheNewestWhenTheLineIsFull) {
  start(a_);
  start(b_);
  start(c_);
  start(d_);
  start(e_);
  EXPECT_EQ(e_.outcome(), "queue full");
  EXPECT_EQ(c_.outcome(), "waits");
}

TEST_F(AdmissionTest, SendsAGuestAwayAtItsDeadlineAndFreesThePlaceInLine) {
  start(a_);
  start(b_);
  start(c_, std::chrono::milliseconds(1));
  io_.restart();
  io_.run();
  EXPECT_EQ(c_.outcome(), "too late");
  EXPECT_EQ(admission_.waiting(), 0U);
  leave(a_);
  EXPECT_EQ(admission_.running(), 1U);
}

TEST_F(AdmissionTest, AGuestWhoLeavesTheLineLeavesItsPlaceToTheNext) {
  start(a_);
  start(b_);
  start(c_);
  start(d_);
  c_.left.request_stop();
  turn();
  EXPECT_EQ(c_.outcome(), "left");
  EXPECT_EQ(admission_.waiting(), 1U);
  start(e_);
  EXPECT_EQ(e_.outcome(), "waits");
  leave(b_);
  EXPECT_EQ(d_.outcome(), "worker 1");
}

TEST_F(AdmissionTest, SendsAwayAtItsTurnWhoWouldNotFinishInTime) {
  const auto usual = std::chrono::milliseconds(30);
  for (std::size_t i = 0; i <= RecentTimes::kRemembered / 2; ++i) {
    start(a_);
    std::this_thread::sleep_for(usual);
    leave(a_);
  }
  start(a_);
  start(b_);
  start(c_, usual / 2);
  start(d_);
  leave(b_);
  EXPECT_EQ(c_.outcome(), "too late");
  EXPECT_EQ(d_.outcome(), "worker 1");
  EXPECT_EQ(admission_.waiting(), 0U);
  leave(d_);
  start(c_, usual / 2);
  EXPECT_EQ(c_.outcome(), "worker 1") << "a worker that is free is for whoever comes";
}

TEST(RecentTimes, TellNothingUntilHalfAreKnown) {
  RecentTimes times;
  for (std::size_t i = 0; i < RecentTimes::kRemembered / 2; ++i) {
    times.add(std::chrono::seconds(1));
  }
  EXPECT_EQ(times.median(), std::chrono::seconds(0));
  times.add(std::chrono::seconds(1));
  EXPECT_EQ(times.median(), std::chrono::seconds(1));
}

TEST(RecentTimes, AFewLongOnesDoNotMoveTheMedianAndOldOnesAreForgotten) {
  RecentTimes times;
  for (std::size_t i = 0; i < RecentTimes::kRemembered; ++i) {
    times.add(i % 5 == 0 ? std::chrono::seconds(9) : std::chrono::seconds(2));
  }
  EXPECT_EQ(times.median(), std::chrono::seconds(2));
  for (std::size_t i = 0; i <= RecentTimes::kRemembered / 2; ++i) {
    times.add(std::chrono::seconds(1));
  }
  EXPECT_EQ(times.median(), std::chrono::seconds(1));
}

TEST_F(AdmissionTest, KeepsNoWorkerForNobody) {
  start(a_);
  leave(a_);
  EXPECT_EQ(admission_.running(), 0U);
  start(b_);
  EXPECT_EQ(b_.outcome(), "worker 0");
}

}  // namespace
}  // namespace tracuu
