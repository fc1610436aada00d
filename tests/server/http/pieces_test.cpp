// Bodies that are made piece by piece while they are sent.

#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <memory>
#include <stdexcept>

#include "tests/server/http/raw_client.h"
#include "tests/server/http/running_listener.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

/// A body of `count` pieces of `size` bytes; tells how many were made and whether it still lives.
struct CountedBody {
  std::shared_ptr<std::atomic<int>> made = std::make_shared<std::atomic<int>>(0);
  std::shared_ptr<int> life = std::make_shared<int>(0);

  Handler handler(int count, std::size_t size) {
    return [this, count, size](const HttpRequest&, auto) {
      HttpResponse response = text_response("");
      response.headers.emplace_back("ETag", "\"strong\"");
      response.pieces = [made = made, held = life, count, size](auto) {
        const int number = made->fetch_add(1);
        return number < count ? std::string(size, static_cast<char>('a' + number % 26))
                              : std::string();
      };
      return response;
    };
  }
  bool is_freed() const { return life.use_count() == 1; }
};

std::string expected_body(int count, std::size_t size) {
  std::string body;
  for (int number = 0; number < count; ++number) {
    body.append(size, static_cast<char>('a' + number % 26));
  }
  return body;
}

TEST(Pieces, ArriveWholeAndTheConnectionGoesOn) {
  CountedBody body;
  RunningListener server(body.handler(40, 70'000));
  httplib::Client client("127.0.0.1", server.port());
  client.set_keep_alive(true);
  for (int round = 0; round < 2; ++round) {
    *body.made = 0;
    const auto answer = client.Get("/export");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->get_header_value("Transfer-Encoding"), "chunked");
    EXPECT_FALSE(answer->has_header("Content-Length"));
    EXPECT_EQ(answer->body, expected_body(40, 70'000));
  }
  const auto records = server.wait_for_records(2);
  EXPECT_EQ(records[0].bytes, 40U * 70'000U);
  EXPECT_TRUE(eventually([&] { return body.is_freed(); }));
}

TEST(Pieces, AreCompressedOnTheWay) {
  CountedBody body;
  RunningListener server(body.handler(40, 70'000));
  httplib::Client client("127.0.0.1", server.port());
  const auto answer = client.Get("/export", {{"Accept-Encoding", "gzip"}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->get_header_value("Content-Encoding"), "gzip");
  EXPECT_EQ(answer->get_header_value("ETag"), "W/\"strong\"");
  EXPECT_EQ(answer->get_header_value("Vary"), "Accept-Encoding");
  EXPECT_EQ(answer->body, expected_body(40, 70'000));
  EXPECT_LT(server.wait_for_records(1)[0].bytes, 100'000U);
}

TEST(Pieces, AreNotMadeForHeadNorForWhoHoldsThem) {
  CountedBody body;
  RunningListener server(body.handler(3, 10));
  RawClient client(server.port());
  client.send("HEAD /export HTTP/1.1\r\nHost: a\r\n\r\n");
  const RawAnswer head = client.read_answer(true);
  EXPECT_EQ(head.status(), 200);
  EXPECT_EQ(head.header("transfer-encoding"), "chunked");
  client.get("/export", "If-None-Match: \"strong\"\r\n");
  EXPECT_EQ(client.read_answer(true).status(), 304);
  EXPECT_EQ(*body.made, 0);
  EXPECT_TRUE(eventually([&] { return body.is_freed(); }));
}

TEST(Pieces, EndWithTheConnectionForAClientOfHttp10) {
  CountedBody body;
  RunningListener server(body.handler(3, 10));
  RawClient client(server.port());
  client.send("GET /export HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  std::string text;
  for (std::string some = client.read_some(4096); !some.empty(); some = client.read_some(4096)) {
    text += some;
  }
  EXPECT_NE(text.find("Connection: close\r\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("Transfer-Encoding"), std::string::npos) << text;
  EXPECT_TRUE(text.ends_with("\r\n\r\n" + expected_body(3, 10))) << text;
}

TEST(Pieces, ThatFailBreakTheAnswerOffVisibly) {
  int made = 0;
  RunningListener server([&](const HttpRequest&, auto) {
    HttpResponse response = text_response("");
    response.pieces = [&](auto) -> std::string {
      if (++made == 3) {
        throw std::runtime_error("the index is gone");
      }
      return "piece";
    };
    return response;
  });
  httplib::Client client("127.0.0.1", server.port());
  const auto answer = client.Get("/export");
  EXPECT_FALSE(answer) << "taken for a complete answer: " << answer->body;
  EXPECT_TRUE(eventually([&] { return !server.troubles().empty(); }));
  EXPECT_NE(server.troubles().at(0).find("the index is gone"), std::string::npos);
}

TEST(Pieces, AreMadeNoFasterThanTheyAreRead) {
  CountedBody body;
  RunningListener server(body.handler(1'000, 65'536));
  RawClient client(server.port(), "127.0.0.1", 4096);
  client.get("/export");
  EXPECT_NE(client.read_some(1000), "");
  int before = -1;
  for (int rounds = 0; rounds < 100 && before != *body.made; ++rounds) {
    before = *body.made;
    std::this_thread::sleep_for(milliseconds(100));
  }
  EXPECT_LT(*body.made, 200) << "the body is gathered in memory";
}

TEST(Pieces, OfAClientThatLeavesAreFreed) {
  CountedBody body;
  RunningListener server(body.handler(1'000'000, 65'536));
  {
    RawClient client(server.port());
    client.get("/export");
    EXPECT_NE(client.read_some(100'000), "");
    client.reset();
  }
  EXPECT_TRUE(eventually([&] { return body.is_freed(); }));
  EXPECT_EQ(server.wait_for_records(1)[0].status, 499);
}

TEST(Pieces, OfASlowReaderLeaveTheWorkerToOthers) {
  CountedBody body;
  ListenerOptions options;
  options.worker_threads = 1;
  const Handler pieces = body.handler(1'000'000, 65'536);
  RunningListener server(
      [&](const HttpRequest& request, std::chrono::steady_clock::time_point deadline) {
        return request.path == "/export" ? pieces(request, deadline) : text_response("quick");
      },
      options);
  RawClient slow(server.port(), "127.0.0.1", 4096);
  slow.get("/export");
  EXPECT_NE(slow.read_some(10), "");
  httplib::Client client("127.0.0.1", server.port());
  const auto answer = client.Get("/quick");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "quick");
}

TEST(Pieces, EndAtTheTimeLimitOfAStream) {
  ListenerOptions options;
  options.stream_timeout = milliseconds(200);
  CountedBody body;
  RunningListener server(body.handler(100'000'000, 10), options);
  httplib::Client client("127.0.0.1", server.port());
  EXPECT_FALSE(client.Get("/export"));
  EXPECT_TRUE(eventually([&] { return body.is_freed() && !server.troubles().empty(); }));
}

}  // namespace
}  // namespace tracuu
