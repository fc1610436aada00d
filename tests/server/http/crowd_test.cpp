// More connections than there is room for, and requests that cannot wait for room.

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <memory>

#include "server/http/roll.h"
#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

ListenerOptions room_for(std::size_t all, std::size_t of_one_address) {
  ListenerOptions options;
  options.max_connections = all;
  options.max_connections_per_address = of_one_address;
  return options;
}

RawAnswer ask(RawClient& client, const std::string& more_fields = "") {
  client.get("/", more_fields);
  return client.read_answer();
}

/// A client that has begun to send its request, and so is not idle.
std::unique_ptr<RawClient> busy_client(RunningListener& server) {
  auto client = std::make_unique<RawClient>(server.port());
  EXPECT_EQ(ask(*client).status(), 200);
  client->send("GET / HT");
  return client;
}

/// Waits until the server has read what its clients sent.
void settle(RunningListener& server) {
  std::this_thread::sleep_for(milliseconds(20));
  EXPECT_TRUE(server.responds(milliseconds(5'000)));
}

TEST(Crowd, ClosesTheLongestIdleConnectionOfTheAddressForANewOne) {
  RunningListener server(echo, room_for(512, 2));
  RawClient longest(server.port()), shorter(server.port());
  EXPECT_EQ(ask(longest).status(), 200);
  EXPECT_EQ(ask(shorter).status(), 200);
  EXPECT_EQ(ask(longest).status(), 200);
  settle(server);
  RawClient newest(server.port());
  EXPECT_EQ(ask(newest).status(), 200);
  EXPECT_TRUE(shorter.eventually_closed()) << "it was idle since before the other's last request";
  EXPECT_EQ(ask(longest).status(), 200);
  EXPECT_EQ(server.load().connections, 2U);
}

TEST(Crowd, ClosesTheLongestIdleOfAllWhenTheServerIsFull) {
  RunningListener server(echo, room_for(2, 512));
  RawClient first(server.port()), second(server.port());
  EXPECT_EQ(ask(first).status(), 200);
  EXPECT_EQ(ask(second).status(), 200);
  settle(server);
  RawClient newest(server.port());
  EXPECT_EQ(ask(newest).status(), 200);
  EXPECT_TRUE(first.eventually_closed());
  EXPECT_EQ(ask(second).status(), 200);
}

TEST(Crowd, AWholeOfficeIsServedOverOneAddress) {
  RunningListener server(echo, room_for(512, 4));
  std::vector<std::unique_ptr<RawClient>> browsers;
  for (int i = 0; i < 50; ++i) {
    browsers.push_back(std::make_unique<RawClient>(server.port()));
    ASSERT_EQ(ask(*browsers.back()).status(), 200) << i;
    settle(server);
  }
  EXPECT_LE(server.load().connections, 4U);
}

TEST(Crowd, RefusesWhenAllOfTheAddressAreBusy) {
  RunningListener server(echo, room_for(512, 2));
  const auto first = busy_client(server);
  const auto second = busy_client(server);
  settle(server);
  RawClient third(server.port());
  const RawAnswer refusal = ask(third);
  EXPECT_EQ(refusal.status(), 503);
  EXPECT_EQ(refusal.header("retry-after"), "1");
  EXPECT_NE(refusal.body.find("\"code\":\"too_many_connections\""), std::string::npos);
  EXPECT_TRUE(third.eventually_closed());
  const auto records = server.wait_for_records(3);
  ASSERT_EQ(records.size(), 3U) << "who is turned away is not counted";
  EXPECT_EQ(records[2].note.problem, "too_many_connections");
  EXPECT_EQ(records[2].remote_address, "127.0.0.1");
  first->send("TP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(first->read_answer().status(), 200) << "and nobody was cut off";
}

TEST(Crowd, RefusesWhenAllOfTheServerAreBusyAndServesAgainAfterwards) {
  RunningListener server(echo, room_for(2, 512));
  const auto first = busy_client(server);
  auto second = busy_client(server);
  settle(server);
  RawClient third(server.port());
  EXPECT_EQ(ask(third).status(), 503);
  second.reset();
  ASSERT_TRUE(eventually([&] { return server.load().connections == 1; }));
  RawClient fourth(server.port());
  EXPECT_EQ(ask(fourth).status(), 200);
}

TEST(Crowd, NeverClosesAConnectionThatWaitsForItsAnswer) {
  Gate gate;
  RunningListener server(
      [&gate](const HttpRequest& request, auto) {
        if (request.path == "/slow") {
          gate.pass();
        }
        return text_response(request.path);
      },
      room_for(512, 2));
  const OpensGate guard(gate);
  RawClient waits(server.port());
  waits.get("/slow");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  for (int i = 0; i < 5; ++i) {
    RawClient passer_by(server.port());
    EXPECT_EQ(ask(passer_by).status(), 200);
    settle(server);
  }
  gate.open();
  EXPECT_EQ(waits.read_answer().body, "/slow");
}

TEST(Crowd, AProxyMayHaveAsManyConnectionsAsItLikes) {
  ListenerOptions options = room_for(512, 1);
  options.proxies = {"127.0.0.1"};
  RunningListener server(echo, options);
  RawClient first(server.port()), second(server.port());
  EXPECT_EQ(ask(first).status(), 200);
  EXPECT_EQ(ask(second).status(), 200);
  EXPECT_EQ(ask(first).status(), 200);
}

TEST(Roll, CountsAHouseholdOfAddressesAsOne) {
  boost::asio::io_context io;
  boost::beast::tcp_stream stream(io);
  Roll roll;
  const Roll::Place first(roll, "2001:db8::1", stream);
  const Roll::Place second(roll, "2001:db8::2", stream);
  const Roll::Place third(roll, "192.0.2.1", stream);
  EXPECT_EQ(roll.count_from("2001:db8::3"), 2U);
  EXPECT_EQ(roll.count_from("2001:db8:0:1::3"), 0U);
  EXPECT_EQ(roll.count_from("192.0.2.1"), 1U);
  EXPECT_EQ(roll.count_from("192.0.2.2"), 0U);
  EXPECT_EQ(first.address(), "2001:db8::1") << "the log tells which";
}

TEST(Crowd, OnlyAProxyIsBelievedWhoTheClientIs) {
  for (const bool is_proxy : {true, false}) {
    ListenerOptions options;
    options.proxies = {is_proxy ? "127.0.0.1" : "192.0.2.7"};
    RunningListener server(echo, options);
    RawClient client(server.port());
    EXPECT_EQ(ask(client, "X-Forwarded-For: 198.51.100.9, 203.0.113.5\r\n").status(), 200);
    EXPECT_EQ(server.wait_for_records(1).at(0).remote_address,
              is_proxy ? "203.0.113.5" : "127.0.0.1");
    // Some proxies add a header of their own behind what the client made up.
    EXPECT_EQ(
        ask(client, "X-Forwarded-For: 198.51.100.9\r\nX-Forwarded-For: 203.0.113.6\r\n").status(),
        200);
    EXPECT_EQ(server.wait_for_records(2).at(1).remote_address,
              is_proxy ? "203.0.113.6" : "127.0.0.1");
  }
}

TEST(Crowd, WhatIsAnsweredAtOnceNeedsNoWorker) {
  Gate gate;
  ListenerOptions options;
  options.worker_threads = 1;
  options.queue_limit = 0;
  options.request_deadline = std::chrono::hours(1);
  RunningListener server(
      [&gate](const HttpRequest&, auto) {
        gate.pass();
        return text_response("worker");
      },
      options,
      [](const HttpRequest& request) -> std::optional<HttpResponse> {
        return request.path == "/alive" ? std::optional(text_response(std::string(5'000, 'a')))
                                        : std::nullopt;
      });
  const OpensGate guard(gate);
  RawClient running(server.port()), shed(server.port()), alive(server.port());
  running.get("/");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  EXPECT_EQ(ask(shed).status(), 503);
  alive.get("/alive", "Accept-Encoding: gzip\r\n");
  const RawAnswer answer = alive.read_answer();
  EXPECT_EQ(answer.status(), 200);
  EXPECT_EQ(answer.header("content-encoding"), "gzip") << "negotiated as any other answer";
  gate.open();
  EXPECT_EQ(running.read_answer().body, "worker");
}

TEST(Listener, RespondsWhileItRunsAndNotAfterwards) {
  Gate gate;
  ListenerOptions options;
  options.worker_threads = 1;
  RunningListener server(
      [&gate](const HttpRequest&, auto) {
        gate.pass();
        return text_response("");
      },
      options);
  const OpensGate guard(gate);
  RawClient client(server.port());
  client.get("/");
  ASSERT_TRUE(gate.wait_for_arrivals(1));
  EXPECT_TRUE(server.responds(milliseconds(5'000))) << "a busy worker is not a stuck listener";
  gate.open();
  EXPECT_EQ(client.read_answer().status(), 200);
  server.stop();
  server.wait();
  EXPECT_FALSE(server.responds(milliseconds(10)));
}

}  // namespace
}  // namespace tracuu
