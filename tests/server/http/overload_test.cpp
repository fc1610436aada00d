#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <memory>

#include "server/http/client_watch.h"
#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

ListenerOptions one_worker() {
  ListenerOptions options;
  options.worker_threads = 1;
  options.request_deadline = std::chrono::hours(1);
  return options;
}

TEST(Overload, TurnsTheNewestAwayWhenTheQueueIsFullAndServesTheOthers) {
  Gate gate;
  ListenerOptions options = one_worker();
  options.queue_limit = 2;
  RunningListener server(waits_at(gate), options);
  const OpensGate guard(gate);
  RawClient running(server.port()), first(server.port()), second(server.port()),
      newest(server.port());
  running.get("/running");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  first.get("/first");
  ASSERT_TRUE(eventually([&] { return server.load().waiting == 1; }));
  second.get("/second");
  ASSERT_TRUE(eventually([&] { return server.load().waiting == 2; }));

  newest.get("/newest");
  const RawAnswer refusal = newest.read_answer();
  EXPECT_EQ(refusal.status(), 503);
  EXPECT_EQ(refusal.header("retry-after"), "1");
  EXPECT_EQ(refusal.header("connection"), "keep-alive");
  EXPECT_NE(refusal.body.find("\"code\":\"queue_full\""), std::string::npos);
  EXPECT_EQ(server.load().running, 1U);

  gate.open();
  EXPECT_EQ(running.read_answer().body, "/running");
  EXPECT_EQ(first.read_answer().body, "/first");
  EXPECT_EQ(second.read_answer().body, "/second");
  newest.get("/again");
  EXPECT_EQ(newest.read_answer().body, "/again");
}

TEST(Overload, CountsTheWaitInTheDeadline) {
  Gate gate;
  ListenerOptions options = one_worker();
  options.request_deadline = milliseconds(50);
  RunningListener server(waits_at(gate), options);
  const OpensGate guard(gate);
  RawClient running(server.port()), waiting(server.port());
  running.get("/running");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  waiting.get("/waiting");
  const RawAnswer answer = waiting.read_answer();
  EXPECT_EQ(answer.status(), 503);
  EXPECT_NE(answer.body.find("\"code\":\"deadline_passed\""), std::string::npos);
  EXPECT_EQ(gate.arrived(), 1) << "the handler saw a request that was too late";
  const auto records = server.wait_for_records(1);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_GE(records[0].queue_wait, milliseconds(50));
}

TEST(Overload, DropsTheJobOfAClientThatLeftBeforeItStarted) {
  Gate gate;
  RunningListener server(waits_at(gate), one_worker());
  const OpensGate guard(gate);
  RawClient running(server.port()), stays(server.port());
  auto leaves = std::make_unique<RawClient>(server.port());
  running.get("/running");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  leaves->get("/leaves");
  ASSERT_TRUE(eventually([&] { return server.load().waiting == 1; }));
  stays.get("/stays");
  ASSERT_TRUE(eventually([&] { return server.load().waiting == 2; }));
  leaves->reset();
  gate.open();
  EXPECT_EQ(stays.read_answer().body, "/stays");
  const auto records = server.wait_for_records(3);
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(gate.arrived(), 2) << "the handler worked for nobody";
  const auto dropped =
      std::count_if(records.begin(), records.end(), [](const RequestRecord& record) {
        return record.path == "/leaves" && record.status == 499 && record.bytes == 0;
      });
  EXPECT_EQ(dropped, 1);
}

/// Holds a worker until it is told that nobody waits, or the gate opens; tells which.
class Patient {
 public:
  Handler handler() {
    return [this](const HttpRequest& request, auto) {
      ++started;
      while (!open && !request.client_left.stop_requested()) {
        std::this_thread::sleep_for(milliseconds(1));
      }
      stopped += request.client_left.stop_requested() ? 1 : 0;
      return text_response(request.path);
    };
  }
  std::atomic<int> started{0};
  std::atomic<int> stopped{0};
  std::atomic<bool> open{false};
};

TEST(Overload, StopsTheWorkOfAClientThatLeavesHoweverItLeaves) {
  Patient patient;
  RunningListener server(patient.handler(), one_worker());
  int left = 0;
  for (const char* how : {"resets", "closes", "closes behind pipelined bytes"}) {
    SCOPED_TRACE(how);
    auto client = std::make_unique<RawClient>(server.port());
    client->get("/heavy");
    ASSERT_TRUE(eventually([&] { return patient.started == left + 1; }));
    if (how == std::string_view("resets")) {
      client->reset();
    } else if (how != std::string_view("closes")) {
      client->get("/next");
    }
    client.reset();
    ++left;
    EXPECT_TRUE(eventually([&] { return patient.stopped == left; }));
    EXPECT_TRUE(eventually([&] { return server.load().running == 0; }));
  }
  const auto records = server.wait_for_records(3);
  ASSERT_EQ(records.size(), 3U);
  for (const RequestRecord& record : records) {
    EXPECT_EQ(record.status, 499);
    EXPECT_EQ(record.note.problem, "") << "nothing was refused";
  }
}

TEST(Overload, FreesThePlaceInTheQueueOfAClientThatLeavesAtOnce) {
  Gate gate;
  ListenerOptions options = one_worker();
  options.queue_limit = 1;
  RunningListener server(waits_at(gate), options);
  const OpensGate guard(gate);
  RawClient running(server.port()), stays(server.port());
  running.get("/running");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  for (int i = 0; i < 3; ++i) {
    RawClient leaves(server.port());
    leaves.get("/leaves");
    ASSERT_TRUE(eventually([&] { return server.load().waiting == 1; }));
    leaves.reset();
    ASSERT_TRUE(eventually([&] { return server.load().waiting == 0; })) << "the place is held";
  }
  stays.get("/stays");
  ASSERT_TRUE(eventually([&] { return server.load().waiting == 1; }));
  gate.open();
  EXPECT_EQ(stays.read_answer().body, "/stays");
  EXPECT_EQ(gate.arrived(), 2);
}

TEST(Overload, AHalfClosedClientIsAnsweredInItsPatienceAndGoneAfterwards) {
  Patient patient;
  ListenerOptions options = one_worker();
  options.half_closed_patience = std::chrono::hours(1);
  {
    RunningListener server(patient.handler(), options);
    RawClient client(server.port());
    client.get("/half");
    client.half_close();
    ASSERT_TRUE(eventually([&] { return patient.started == 1; }));
    std::this_thread::sleep_for(3 * ClientWatch::kEvery);
    patient.open = true;
    EXPECT_EQ(client.read_answer().body, "/half");
    EXPECT_EQ(patient.stopped, 0);
  }
  patient.open = false;
  options.half_closed_patience = milliseconds(50);
  RunningListener server(patient.handler(), options);
  RawClient client(server.port());
  client.get("/half");
  client.half_close();
  EXPECT_TRUE(client.eventually_closed());
  EXPECT_EQ(patient.stopped, 1);
}

// The lowest number free: the one the next descriptor gets.
int next_descriptor() {
  const int next = ::dup(0);
  ::close(next);
  return next;
}

// Lowers the limit of this process for as long as it lives.
class FewDescriptors {
 public:
  explicit FewDescriptors(int more) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    rlimit few = before_;
    few.rlim_cur = static_cast<rlim_t>(next_descriptor() + more);
    ::setrlimit(RLIMIT_NOFILE, &few);
  }
  FewDescriptors(const FewDescriptors&) = delete;
  FewDescriptors& operator=(const FewDescriptors&) = delete;
  ~FewDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST(Overload, SurvivesRunningOutOfFileDescriptors) {
  ListenerOptions options;
  options.accept_back_off = milliseconds(10);
  RunningListener server(echo, options);
  RawClient early(server.port());
  early.get("/");
  EXPECT_EQ(early.read_answer().status(), 200);
  {
    const FewDescriptors limit(1);
    RawClient hopeless(server.port());
    EXPECT_TRUE(hopeless.eventually_closed()) << "left waiting instead of closed";
  }
  const std::vector<std::string> troubles = {"cannot accept connections: Too many open files"};
  EXPECT_EQ(server.troubles(), troubles);
  RawClient late(server.port());
  late.get("/");
  EXPECT_EQ(late.read_answer().status(), 200);
}

}  // namespace
}  // namespace tracuu
