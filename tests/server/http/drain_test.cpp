#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

TEST(Drain, FinishesTheRunningRequestAndClosesItsConnection) {
  Gate gate;
  RunningListener server(waits_at(gate));
  const OpensGate guard(gate);
  RawClient client(server.port());
  client.get("/running");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  RawClient idle(server.port());
  ASSERT_TRUE(eventually([&] { return server.load().connections == 2; }));

  server.stop();
  EXPECT_TRUE(idle.eventually_closed());
  EXPECT_THROW(RawClient{server.port()}, std::runtime_error) << "still accepting";

  gate.open();
  const RawAnswer answer = client.read_answer();
  EXPECT_EQ(answer.body, "/running");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_TRUE(client.eventually_closed());
  server.wait();
}

TEST(Drain, AnswersWhatWaitsInTheQueue) {
  Gate gate;
  ListenerOptions options;
  options.worker_threads = 1;
  options.request_deadline = std::chrono::hours(1);
  RunningListener server(waits_at(gate), options);
  const OpensGate guard(gate);
  RawClient running(server.port()), waiting(server.port());
  running.get("/running");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  waiting.get("/waiting");
  ASSERT_TRUE(eventually([&] { return server.load().waiting == 1; }));
  server.stop();
  gate.open();
  EXPECT_EQ(running.read_answer().body, "/running");
  EXPECT_EQ(waiting.read_answer().body, "/waiting");
  server.wait();
}

TEST(Drain, EndsConnectionsThatOutstayIt) {
  ListenerOptions options;
  options.drain_timeout = milliseconds(50);
  RunningListener server(
      [](const HttpRequest&, auto) { return text_response(std::string(50'000'000, 'v')); },
      options);
  RawClient stopped_reading(server.port(), "127.0.0.1", 4096);
  stopped_reading.get("/");
  ASSERT_FALSE(stopped_reading.read_some(1).empty());
  server.stop();
  server.wait();
  EXPECT_EQ(server.load().connections, 0U);
}

TEST(Drain, WaitsForAHandlerThatOutstaysItButNotForItsClient) {
  Gate gate;
  ListenerOptions options;
  options.drain_timeout = milliseconds(20);
  RunningListener server(waits_at(gate), options);
  const OpensGate guard(gate);
  RawClient client(server.port());
  client.get("/running");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  server.stop();
  EXPECT_TRUE(client.eventually_closed());
  EXPECT_EQ(server.load().running, 1U);
  gate.open();
  server.wait();
  EXPECT_EQ(server.load().running, 0U);
  EXPECT_EQ(server.wait_for_records(1).at(0).status, 499);
}

TEST(Drain, MayBeginMoreThanOnceAndBeforeTheServerRuns) {
  {
    RunningListener server(echo);
    server.stop();
    server.stop();
    server.wait();
    server.stop();
  }
  ListenerOptions options;
  options.port = 0;
  Listener listener(options, echo);
  listener.stop();
  listener.run();
  EXPECT_EQ(listener.load().connections, 0U);
}

TEST(Drain, LosesNoAnswerUnderLoad) {
  std::atomic<int> started{0};
  RunningListener server([&](const HttpRequest& request, auto) {
    ++started;
    std::this_thread::sleep_for(milliseconds(1));
    return text_response(request.path);
  });
  std::atomic<int> answered{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] {
      RawClient client(server.port());
      while (client.get("/x")) {
        const RawAnswer answer = client.read_answer();
        if (answer.status() != 200) {
          return;
        }
        EXPECT_EQ(answer.body, "/x");
        ++answered;
        if (answer.header("connection") == "close") {
          return;
        }
      }
    });
  }
  ASSERT_TRUE(eventually([&] { return answered > 100; }));
  server.stop();
  for (auto& client : clients) {
    client.join();
  }
  server.wait();
  EXPECT_EQ(answered, started) << "a handler ran and its client got nothing";
}

}  // namespace
}  // namespace tracuu
