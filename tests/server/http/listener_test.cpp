#include "server/http/listener.h"

#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <map>
#include <set>
#include <stdexcept>
#include <system_error>

#include "tests/server/http/running_listener.h"

namespace tracuu {
namespace {

// httplib is a client that knows nothing of this server's code: what it understands, others do.
httplib::Client client_of(const RunningListener& server) {
  httplib::Client client("127.0.0.1", server.port());
  client.set_keep_alive(true);
  client.set_url_encode(false);
  client.set_read_timeout(10, 0);
  return client;
}

HttpResponse tagged_page(const HttpRequest&, std::chrono::steady_clock::time_point) {
  HttpResponse response = text_response(std::string(20'000, 'a') + "Đắk Lắk");
  response.headers = {{"ETag", "W/\"7-abc\""}, {"Cache-Control", "private"}};
  return response;
}

TEST(Listener, AnswersADecodedRequest) {
  RunningListener server(echo);
  auto client = client_of(server);
  const auto answer = client.Get("/api/v1/search?q=ngh%E1%BB%8B+quy%E1%BA%BFt&year=2018");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, "GET /api/v1/search\nq=nghị quyết\nyear=2018\n");
  EXPECT_EQ(answer->get_header_value("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_EQ(answer->get_header_value("Server"), "tracuu");
  EXPECT_EQ(answer->get_header_value("Connection"), "keep-alive");
  EXPECT_EQ(answer->get_header_value("Date").size(), 29U);
}

TEST(Listener, AnswersTwoHundredRequestsOnOneConnection) {
  RunningListener server(echo);
  auto client = client_of(server);
  std::set<std::string> ids;
  for (int i = 0; i < 200; ++i) {
    const auto answer = client.Get("/" + std::to_string(i));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "GET /" + std::to_string(i) + "\n");
    ids.insert(answer->get_header_value("X-Request-Id"));
  }
  EXPECT_EQ(ids.size(), 200U) << "request ids repeat";
  EXPECT_EQ(server.load().connections, 1U);
}

TEST(Listener, CompressesForClientsThatAskForIt) {
  RunningListener server(tagged_page);
  auto client = client_of(server);
  client.set_decompress(true);
  const auto answer = client.Get("/", {{"Accept-Encoding", "gzip"}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->get_header_value("Content-Encoding"), "gzip");
  EXPECT_EQ(answer->get_header_value("Vary"), "Accept-Encoding");
  EXPECT_LT(std::stoi(answer->get_header_value("Content-Length")), 1000);
  EXPECT_EQ(answer->body, std::string(20'000, 'a') + "Đắk Lắk");
}

TEST(Listener, AnswersNotModifiedToWhoHoldsTheEtag) {
  RunningListener server(tagged_page);
  auto client = client_of(server);
  // This version of httplib waits for a body behind a 304 unless the connection ends.
  const auto answer = client.Get("/", {{"If-None-Match", "\"7-abc\""}, {"Connection", "close"}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 304);
  EXPECT_EQ(answer->body, "");
  EXPECT_EQ(answer->get_header_value("ETag"), "W/\"7-abc\"");
  EXPECT_FALSE(answer->has_header("Content-Length"));
  EXPECT_EQ(client.Get("/", {{"If-None-Match", "\"6-abc\""}})->status, 200);
}

TEST(Listener, AnswersHeadWithTheHeadersOfGet) {
  RunningListener server(tagged_page);
  auto client = client_of(server);
  for (const std::string coding : {"identity", "gzip"}) {
    const httplib::Headers asked = {{"Accept-Encoding", coding}, {"X-Request-Id", "same"}};
    auto get = client.Get("/", asked);
    auto head = client.Head("/", asked);
    ASSERT_TRUE(get && head);
    EXPECT_EQ(head->body, "");
    get->headers.erase("Date");
    head->headers.erase("Date");
    EXPECT_EQ(get->headers, head->headers);
  }
  EXPECT_EQ(client.Get("/")->status, 200) << "the connection is out of step after HEAD";
}

TEST(Listener, LetsTheHandlerAnswerOptions) {
  RunningListener server(echo);
  auto client = client_of(server);
  const auto answer = client.Options("/api/v1/search");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 204);
  EXPECT_EQ(answer->get_header_value("Allow"), "GET, HEAD, OPTIONS");
}

TEST(Listener, RefusesToWriteAndSaysWhatItAllows) {
  RunningListener server(echo);
  auto client = client_of(server);
  const auto answer = client.Post("/", "body", "text/plain");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 405);
  EXPECT_EQ(answer->get_header_value("Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(answer->get_header_value("Content-Type"), "application/problem+json");
  EXPECT_NE(answer->body.find("\"code\":\"method_not_allowed\""), std::string::npos);
}

TEST(Listener, TurnsAnExceptionIntoAProblemThatTellsNothing) {
  RunningListener server([](const HttpRequest&, auto) -> HttpResponse {
    throw std::runtime_error("the secret path /var/lib/index");
  });
  auto client = client_of(server);
  const auto answer = client.Get("/", {{"X-Request-Id", "mine"}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 500);
  EXPECT_EQ(answer->body.find("secret"), std::string::npos);
  EXPECT_NE(answer->body.find("\"request_id\":\"mine\""), std::string::npos);
  EXPECT_EQ(answer->get_header_value("Connection"), "keep-alive");
  const std::vector<std::string> troubles = {"request mine failed: the secret path /var/lib/index"};
  EXPECT_EQ(server.troubles(), troubles);
}

TEST(Listener, RecordsEveryExchange) {
  RunningListener server(echo);
  auto client = client_of(server);
  client.Get("/Hu%E1%BA%BF?q=1", {{"X-Request-Id", "one"}});
  client.Head("/b", {{"X-Request-Id", "two"}});
  client.Get("/%zz", {{"X-Request-Id", "three"}});
  const auto records = server.wait_for_records(3);
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[0].method, "GET");
  EXPECT_EQ(records[0].path, "/Huế");
  EXPECT_EQ(records[0].status, 200);
  EXPECT_EQ(records[0].bytes, std::string("GET /Huế\nq=1\n").size());
  EXPECT_EQ(records[0].request_id, "one");
  EXPECT_EQ(records[0].remote_address, "127.0.0.1");
  EXPECT_GT(records[0].took.count(), 0);
  EXPECT_GE(records[0].took, records[0].queue_wait);
  EXPECT_EQ(records[1].method, "HEAD");
  EXPECT_EQ(records[1].bytes, 0U);
  EXPECT_EQ(records[2].path, "/%zz");
  EXPECT_EQ(records[2].status, 400);
}

TEST(Listener, TellsHandlersTheirWorkerAndNeverRunsOneTwiceAtOnce) {
  constexpr std::size_t kWorkers = 3;
  std::vector<std::atomic<int>> busy(kWorkers);
  std::atomic<int> clashes{0};
  std::mutex mutex;
  std::map<std::size_t, std::set<std::thread::id>> threads;
  ListenerOptions options;
  options.worker_threads = kWorkers;
  RunningListener server(
      [&](const HttpRequest& request, auto) {
        clashes += busy[request.worker]++ > 0 ? 1 : 0;
        {
          const std::lock_guard lock(mutex);
          threads[request.worker].insert(std::this_thread::get_id());
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        --busy[request.worker];
        return text_response("x");
      },
      options);
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] {
      auto client = client_of(server);
      for (int j = 0; j < 25; ++j) {
        EXPECT_EQ(client.Get("/")->status, 200);
      }
    });
  }
  for (auto& client : clients) {
    client.join();
  }
  EXPECT_EQ(clashes, 0);
  const std::lock_guard lock(mutex);
  EXPECT_EQ(threads.size(), kWorkers);
  for (const auto& [worker, ids] : threads) {
    EXPECT_EQ(ids.size(), 1U) << "worker " << worker << " changes threads";
  }
}

TEST(Listener, GivesHandlersTheDeadlineOfTheRequest) {
  ListenerOptions options;
  options.request_deadline = std::chrono::milliseconds(7'000);
  RunningListener server(
      [](const HttpRequest& request, std::chrono::steady_clock::time_point deadline) {
        const auto patience = deadline - request.received;
        return text_response(std::to_string(
            std::chrono::duration_cast<std::chrono::milliseconds>(patience).count()));
      },
      options);
  EXPECT_EQ(client_of(server).Get("/")->body, "6650") << "a twentieth is left for writing";
}

TEST(Listener, RefusesAnAddressThatIsNoneOrTaken) {
  ListenerOptions options;
  options.address = "nowhere";
  EXPECT_THROW(Listener(options, echo), std::system_error);

  RunningListener server(echo);
  options.address = "127.0.0.1";
  options.port = server.port();
  try {
    Listener second(options, echo);
    FAIL() << "two listeners share a port";
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code(), std::errc::address_in_use);
    EXPECT_EQ(std::string(error.what()).rfind("cannot listen on 127.0.0.1 port ", 0), 0U);
  }
}

TEST(Listener, TakesBothKindsOfAddressesAndCallsIpv4ByItsName) {
  ListenerOptions options;
  options.address = "::";
  try {
    RunningListener server(
        [](const HttpRequest& request, auto) { return text_response(request.remote_address); },
        options);
    EXPECT_EQ(client_of(server).Get("/")->body, "127.0.0.1");
    httplib::Client client("::1", server.port());
    EXPECT_EQ(client.Get("/")->body, "::1");
  } catch (const std::system_error&) {
    GTEST_SKIP() << "this machine has no IPv6";
  }
}

}  // namespace
}  // namespace tracuu
