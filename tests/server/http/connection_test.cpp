#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"
#include "tests/server/http/wire_text.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

constexpr std::string_view kLastRequest = "GET /last HTTP/1.1\r\nHost: a\r\n\r\n";

TEST(Connection, AnswersHostileBytesAndThenClosesOrGoesOn) {
  RunningListener server(echo);
  for (const TableRow& row : read_table("http_conversations.tsv")) {
    SCOPED_TRACE(row);
    RawClient client(server.port());
    client.send(wire_bytes(row[0]));
    std::string statuses;
    RawAnswer answer;
    const auto expected = row[1];
    const auto count = 1 + std::count(expected.begin(), expected.end(), ' ');
    for (auto i = 0; i < count; ++i) {
      answer = client.read_answer();
      statuses += (i > 0 ? " " : "") + std::to_string(answer.status());
      EXPECT_NE(answer.header("x-request-id"), "");
    }
    EXPECT_EQ(statuses, expected);
    EXPECT_EQ(answer.header("connection"), row[2] == "closes" ? "close" : "keep-alive");
    if (row[2] == "closes") {
      EXPECT_TRUE(client.eventually_closed());
    } else {
      EXPECT_TRUE(client.send(kLastRequest));
      EXPECT_EQ(client.read_answer().body, "GET /last\n");
    }
  }
}

TEST(Connection, RefusesWithACodeForEveryKindOfFault) {
  RunningListener server(echo);
  for (const TableRow& row : read_table("http_problems.tsv")) {
    RawClient client(server.port());
    client.send(wire_bytes(row[0]));
    const RawAnswer answer = client.read_answer();
    EXPECT_EQ(std::to_string(answer.status()), row[1]) << row;
    EXPECT_NE(answer.body.find("\"code\":\"" + std::string(row[2]) + '"'), std::string::npos)
        << row << answer.body;
  }
}

TEST(Connection, LetsTheClientReadTheRefusalOfALargeUpload) {
  RunningListener server(echo);
  RawClient client(server.port());
  client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n");
  client.send(std::string(8'000'000, 'x'));
  const RawAnswer answer = client.read_answer();
  EXPECT_EQ(answer.status(), 413);
  EXPECT_NE(answer.body.find("\"code\":\"body_too_large\""), std::string::npos);
  EXPECT_EQ(answer.body.back(), '\n');
}

TEST(Connection, AnswersPipelinedRequestsInOrder) {
  ListenerOptions options;
  options.worker_threads = 4;
  RunningListener server(
      [](const HttpRequest& request, auto) {
        if (request.path == "/0") {
          std::this_thread::sleep_for(milliseconds(30));
        }
        return text_response(request.path);
      },
      options);
  RawClient client(server.port());
  std::string burst;
  for (int i = 0; i < 100; ++i) {
    burst += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }
  client.send(burst);
  for (int i = 0; i < 100; ++i) {
    ASSERT_EQ(client.read_answer().body, "/" + std::to_string(i));
  }
}

TEST(Connection, ReadsARequestThatComesByteByByte) {
  RunningListener server(echo);
  RawClient client(server.port());
  for (const char byte : std::string("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")) {
    client.send(std::string(1, byte));
    std::this_thread::sleep_for(milliseconds(1));
  }
  EXPECT_EQ(client.read_answer().body, "GET /slow\n");
}

TEST(Connection, CutsAHeaderThatDripsForever) {
  ListenerOptions options;
  options.header_timeout = milliseconds(100);
  RunningListener server(echo, options);
  RawClient client(server.port());
  client.send("GET / HTTP/1.1\r\nX: ");
  // Each byte comes well before any per-byte deadline would pass.
  EXPECT_TRUE(eventually([&] {
    std::this_thread::sleep_for(milliseconds(10));
    return !client.send("x");
  }));
  EXPECT_EQ(server.wait_for_records(0).size(), 0U);
  EXPECT_TRUE(server.troubles().empty());
}

TEST(Connection, CutsAHeaderThatDripsAfterAGoodRequest) {
  ListenerOptions options;
  options.header_timeout = milliseconds(100);
  options.idle_timeout = std::chrono::hours(1);
  RunningListener server(echo, options);
  RawClient client(server.port());
  client.get("/");
  EXPECT_EQ(client.read_answer().status(), 200);
  client.send("GET / HTTP");
  EXPECT_TRUE(client.eventually_closed());
}

TEST(Connection, ClosesWhenNothingComes) {
  ListenerOptions options;
  options.header_timeout = milliseconds(50);
  options.idle_timeout = milliseconds(50);
  RunningListener server(echo, options);
  RawClient silent(server.port());
  EXPECT_TRUE(silent.eventually_closed());
  RawClient idle(server.port());
  idle.get("/");
  EXPECT_EQ(idle.read_answer().status(), 200);
  EXPECT_TRUE(idle.eventually_closed());
  EXPECT_TRUE(server.troubles().empty());
}

TEST(Connection, SendsAllOfALargeBodyToASlowReader) {
  const std::string page(std::size_t{5} << 20, 'v');
  ListenerOptions options;
  options.write_timeout = milliseconds(5'000);
  RunningListener server([&](const HttpRequest&, auto) { return text_response(page); }, options);
  RawClient client(server.port(), "127.0.0.1", 4096);
  client.get("/");
  std::string received;
  while (received.size() < page.size()) {
    const std::string bytes = client.read_some(65536);
    ASSERT_FALSE(bytes.empty()) << "cut after " << received.size() << " bytes";
    received += bytes;
    if (received.size() < 200'000) {
      std::this_thread::sleep_for(milliseconds(5));
    }
  }
  const auto records = server.wait_for_records(1);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].bytes, page.size());
}

TEST(Connection, CutsAReaderThatStops) {
  ListenerOptions options;
  options.write_timeout = milliseconds(100);
  RunningListener server(
      [](const HttpRequest&, auto) { return text_response(std::string(50'000'000, 'v')); },
      options);
  RawClient client(server.port(), "127.0.0.1", 4096);
  client.get("/");
  const auto records = server.wait_for_records(1);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].status, 499);
  EXPECT_LT(records[0].bytes, 50'000'000U);
  EXPECT_TRUE(eventually([&] { return server.load().connections == 0; }));
}

TEST(Connection, AnswersAClientThatClosesItsHalf) {
  RunningListener server(echo);
  RawClient client(server.port());
  client.get("/half");
  client.half_close();
  EXPECT_EQ(client.read_answer().body, "GET /half\n");
  EXPECT_TRUE(client.eventually_closed());
}

TEST(Connection, TakesLeavingResettingAndSilenceForNoTrouble) {
  RunningListener server(echo);
  { const RawClient leaves(server.port()); }
  RawClient resets(server.port());
  resets.send("GET / HT");
  resets.reset();
  RawClient resets_after_asking(server.port());
  resets_after_asking.get("/");
  resets_after_asking.reset();
  RawClient good(server.port());
  good.get("/");
  EXPECT_EQ(good.read_answer().status(), 200);
  EXPECT_TRUE(eventually([&] { return server.load().connections == 1; }));
  EXPECT_TRUE(server.troubles().empty());
}

TEST(Connection, SendsNoBodyAfterHeadAlsoForAProblem) {
  RunningListener server(echo);
  RawClient client(server.port());
  client.send("HEAD /%zz HTTP/1.1\r\nHost: a\r\n\r\n");
  client.send(kLastRequest);
  const RawAnswer problem = client.read_answer(true);
  EXPECT_EQ(problem.status(), 400);
  EXPECT_NE(problem.header("content-length"), "0");
  EXPECT_EQ(client.read_answer().body, "GET /last\n");
}

}  // namespace
}  // namespace tracuu
