// What an operator does with the real server: admits and revokes, reads figures and the log,
// reloads, stops, and lets systemd watch.

#include <gtest/gtest.h>
#include <httplib.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <array>
#include <atomic>
#include <chrono>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "tests/server/http/raw_client.h"
#include "tests/support/server_process.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

class Operations : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = std::make_unique<TemporaryDirectory>();
    build("Lạng Sơn triển khai chính quyền điện tử");
  }
  static void TearDownTestSuite() { directory_.reset(); }

  static std::filesystem::path index() { return directory_->path() / "index"; }
  std::filesystem::path log() const { return own_.path() / "log"; }

  static void build(const std::string& title) {
    directory_->write("pages/a.txt",
                      title +
                          "\n\nNgày đăng: 05/09/2013\n\nUBND tỉnh Lạng Sơn vừa tổ chức hội nghị "
                          "triển khai chính quyền điện tử tới các huyện.\n");
    std::string output;
    ASSERT_EQ(run_program({TRACUU_INDEXER, "build", "--quiet", "--index", index().string(),
                           (directory_->path() / "pages").string()},
                          output),
              0);
  }

  /// Writes a token file of one line, made by the program itself.
  std::filesystem::path admit(const std::string& token) {
    const std::string program = TRACUU_SERVER;
    const auto file = own_.path() / "tokens";
    EXPECT_EQ(std::system(("printf %s " + token + " | " + program + " --hash-token portal > " +
                           file.string())
                              .c_str()),
              0);
    EXPECT_EQ(::chmod(file.c_str(), 0600), 0);
    return file;
  }

  static int status_of(int port, const std::string& path, const std::string& token = "") {
    httplib::Client client("127.0.0.1", port);
    const auto answer =
        client.Get(path, token.empty() ? httplib::Headers()
                                       : httplib::Headers{{"Authorization", "Bearer " + token}});
    return answer ? answer->status : 0;
  }

  static std::string figure(int port, const std::string& name) {
    httplib::Client client("127.0.0.1", port);
    const auto answer = client.Get("/metrics");
    std::istringstream text(answer ? answer->body : "");
    for (std::string line; std::getline(text, line);) {
      if (line.starts_with(name + ' ')) {
        return line.substr(name.size() + 1);
      }
    }
    return "none";
  }

  std::vector<Json> log_lines() const {
    std::vector<Json> lines;
    std::ifstream in(log());
    for (std::string line; std::getline(in, line);) {
      lines.push_back(Json::parse(line));
    }
    return lines;
  }

  template <typename Condition>
  static bool eventually(Condition condition) {
    const auto last = steady_clock::now() + seconds(20);
    while (!condition()) {
      if (steady_clock::now() > last) {
        return false;
      }
      std::this_thread::sleep_for(milliseconds(20));
    }
    return true;
  }

  static inline std::unique_ptr<TemporaryDirectory> directory_;
  TemporaryDirectory own_;
};

TEST_F(Operations, OnlyWhoHasATokenMayAskAndAReloadRevokesIt) {
  const std::string first = "first-token-0123456789";
  const std::string second = "second-token-012345678";
  const ServerProcess server(index(), {"--token-file", admit(first).string()}, log());
  for (const char* path : {"/", "/api/v1/search?q=lang+son", "/readyz", "/metrics"}) {
    EXPECT_EQ(status_of(server.port(), path), 401) << path;
    EXPECT_EQ(status_of(server.port(), path, second), 401) << path;
    EXPECT_EQ(status_of(server.port(), path, first), 200) << path;
  }
  EXPECT_EQ(status_of(server.port(), "/healthz"), 200);
  admit(second);
  server.send_signal(SIGHUP);
  EXPECT_TRUE(eventually([&] { return status_of(server.port(), "/readyz", second) == 200; }));
  EXPECT_EQ(status_of(server.port(), "/readyz", first), 401);
  std::ifstream in(log());
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  EXPECT_EQ(text.find(first), std::string::npos) << "a token is in the log";
}

TEST_F(Operations, ATokenFileThatOthersReadIsRefused) {
  const auto file = admit("first-token-0123456789");
  ASSERT_EQ(::chmod(file.c_str(), 0644), 0);
  std::string output;
  EXPECT_EQ(run_program({TRACUU_SERVER, "--index", index().string(), "--port", "0", "--token-file",
                         file.string()},
                        output),
            78);
  EXPECT_EQ(run_program(
                {TRACUU_SERVER, "--index", index().string(), "--port", "0", "--address", "0.0.0.0"},
                output),
            78)
      << "open to all";
}

TEST_F(Operations, TheRateIsLimited) {
  const ServerProcess server(index(), {"--rate-limit", "1/s:3"});
  httplib::Client client("127.0.0.1", server.port());
  client.set_keep_alive(true);
  int refused = 0;
  for (int i = 0; i < 10; ++i) {
    const auto answer = client.Get("/openapi.json?lang=en");
    ASSERT_TRUE(answer);
    if (answer->status == 429) {
      ++refused;
      EXPECT_EQ(answer->get_header_value("Retry-After"), "1");
      EXPECT_EQ(Json::parse(answer->body)["code"], "rate_limited");
    }
  }
  EXPECT_GE(refused, 5);
}

TEST_F(Operations, FiguresTellWhatHappened) {
  const ServerProcess server(index());
  status_of(server.port(), "/api/v1/search?q=lang+son");
  status_of(server.port(), "/api/v1/search?q=xyzxyz+qwrt");
  status_of(server.port(), "/api/v1/articles/none");
  status_of(server.port(), "/strange/place");
  status_of(server.port(), "/page/dom.js");
  const auto requests = [&](const char* code, const char* route) {
    return figure(server.port(), std::string("tracuu_http_requests_total{code=\"") + code +
                                     "\",route=\"" + route + "\"}");
  };
  EXPECT_EQ(requests("200", "/api/v1/search"), "2");
  EXPECT_EQ(requests("404", "/api/v1/articles/{id}"), "1");
  EXPECT_EQ(requests("404", "none"), "1");
  EXPECT_EQ(requests("200", "/page/{file}"), "1");
  EXPECT_EQ(figure(server.port(), "tracuu_search_zero_results_total"), "1");
  EXPECT_EQ(figure(server.port(), "tracuu_index_articles"), "1");
  EXPECT_EQ(figure(server.port(), "tracuu_searches_in_flight"), "0");
}

TEST_F(Operations, HealthAndFiguresAnswerInACrowdAndEveryRequestIsCounted) {
  constexpr int kClients = 16;
  constexpr int kRequests = 100;
  const ServerProcess server(index(), {"--threads", "1", "--queue", "0"});
  const auto port = static_cast<std::uint16_t>(server.port());
  std::atomic<int> answered{0};
  std::atomic<int> shed{0};
  std::vector<std::thread> crowd;
  for (int i = 0; i < kClients; ++i) {
    crowd.emplace_back([&] {
      RawClient client(port);
      for (int n = 0; n < kRequests; ++n) {
        client.get("/api/v1/search?q=lang+son");
        const int status = client.read_answer().status();
        answered += status == 200 ? 1 : 0;
        shed += status == 503 ? 1 : 0;
      }
    });
  }
  RawClient watcher(port);
  for (int i = 0; i < 50; ++i) {
    watcher.get(i % 2 == 0 ? "/healthz" : "/metrics");
    EXPECT_EQ(watcher.read_answer().status(), 200) << "while " << shed << " were shed";
  }
  for (std::thread& client : crowd) {
    client.join();
  }
  EXPECT_EQ(answered + shed, kClients * kRequests) << "neither answered nor shed";
  EXPECT_GT(answered, 0);
  EXPECT_GT(shed, 0) << "there was no crowd";
  EXPECT_EQ(figure(port, R"(tracuu_http_requests_total{code="200",route="/api/v1/search"})"),
            std::to_string(answered));
  EXPECT_EQ(figure(port, R"(tracuu_http_requests_rejected_total{reason="queue_full"})"),
            std::to_string(shed));
}

TEST_F(Operations, ANewGenerationAndASpoiltOneAreCounted) {
  const ServerProcess server(index(), {}, log());
  build("Lạng Sơn họp lần thứ hai");
  server.send_signal(SIGHUP);
  EXPECT_TRUE(eventually([&] {
    return figure(server.port(), "tracuu_reloads_total") != "0" &&
           figure(server.port(), "tracuu_index_generation") != "1";
  }));
  std::ifstream in(index() / "CURRENT");
  const std::string current((std::istreambuf_iterator<char>(in)), {});
  std::ofstream(index() / "CURRENT") << "gen-999999\n";
  EXPECT_TRUE(
      eventually([&] { return figure(server.port(), "tracuu_reload_errors_total") == "1"; }));
  std::this_thread::sleep_for(milliseconds(2'500));
  EXPECT_EQ(figure(server.port(), "tracuu_reload_errors_total"), "1") << "once, not every second";
  EXPECT_EQ(status_of(server.port(), "/readyz"), 200) << "the old generation serves on";
  std::ofstream(index() / "CURRENT") << current;
}

TEST_F(Operations, TheLogIsLinesOfJsonWithoutWhatWasAsked) {
  {
    const ServerProcess server(index(), {}, log());
    RawClient client(static_cast<std::uint16_t>(server.port()));
    client.get("/api/v1/search?q=lang%20son%0A%7B%22level%22%3A%22error%22%7D",
               "X-Request-Id: mine\r\n");
    EXPECT_EQ(client.read_answer().status(), 200);
    client.get("/x%C2%9B%22%7B%22level%22%3A%22error%22%7D");
    EXPECT_EQ(client.read_answer().status(), 404);
    ASSERT_TRUE(eventually([&] { return log_lines().size() >= 2; }));
  }
  const std::vector<Json> lines = log_lines();
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0]["request_id"], "mine");
  EXPECT_EQ(lines[0]["route"], "/api/v1/search");
  EXPECT_EQ(lines[0]["status"], 200);
  EXPECT_TRUE(lines[0]["hits"].is_number());
  EXPECT_EQ(lines[1]["route"], "");
  EXPECT_EQ(lines[1]["problem"], "not_found");
  for (const Json& line : lines) {
    EXPECT_EQ(line["level"], "info");
    EXPECT_TRUE(line.contains("ts") && line.contains("took_ms") && line.contains("bytes"));
    EXPECT_FALSE(line.contains("asked") || line.contains("path"));
  }
}

TEST_F(Operations, TheLogTellsWhatWasAskedAndWhatWasSlowWhenToldTo) {
  {
    const ServerProcess server(index(), {"--log-queries", "--slow-query-ms", "1"}, log());
    RawClient client(static_cast<std::uint16_t>(server.port()));
    client.get("/api/v1/search?q=l%E1%BA%A1ng+s%C6%A1n");
    EXPECT_EQ(client.read_answer().status(), 200);
    ASSERT_TRUE(eventually([&] { return !log_lines().empty(); }));
  }
  const Json line = log_lines().at(0);
  EXPECT_EQ(line["asked"], "q=lạng sơn");
  if (line["took_ms"] >= 1) {
    EXPECT_EQ(line["level"], "warning");
    EXPECT_TRUE(line.contains("timing")) << line;
  }
}

TEST_F(Operations, ATermSignalEndsItInTimeWhateverClientsDo) {
  ServerProcess server(index());
  const auto port = static_cast<std::uint16_t>(server.port());
  RawClient idle(port), silent(port), half(port), never_reads(port, "127.0.0.1", 4096);
  idle.get("/healthz");
  EXPECT_EQ(idle.read_answer().status(), 200);
  half.send("GET / HTT");
  for (int i = 0; i < 400; ++i) {
    never_reads.get("/openapi.json");
  }
  std::this_thread::sleep_for(milliseconds(200));
  const auto start = steady_clock::now();
  server.send_signal(SIGTERM);
  EXPECT_EQ(server.wait(), 0);
  EXPECT_LT(steady_clock::now() - start, seconds(11));
}

TEST_F(Operations, ReadinessEndsBeforeTheServerDoes) {
  ServerProcess server(index(), {"--stop-delay-ms", "1500"});
  EXPECT_EQ(status_of(server.port(), "/readyz"), 200);
  server.send_signal(SIGTERM);
  EXPECT_TRUE(eventually([&] { return status_of(server.port(), "/readyz") == 503; }));
  EXPECT_EQ(status_of(server.port(), "/api/v1/search?q=lang+son"), 200) << "others are answered";
  EXPECT_EQ(server.wait(), 0);
}

/// What systemd listens on.
class NotifySocket {
 public:
  explicit NotifySocket(const std::filesystem::path& path)
      : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  NotifySocket(const NotifySocket&) = delete;
  NotifySocket& operator=(const NotifySocket&) = delete;
  ~NotifySocket() { ::close(socket_); }

  /// Reads messages until one begins with `start`; returns it, or "" after twenty seconds.
  std::string wait_for(const std::string& start) {
    std::array<char, 4096> buffer{};
    while (true) {
      const auto size = ::recv(socket_, buffer.data(), buffer.size(), 0);
      if (size <= 0) {
        return "";
      }
      const std::string message(buffer.data(), static_cast<std::size_t>(size));
      if (message.starts_with(start)) {
        return message;
      }
    }
  }

 private:
  int socket_;
};

TEST_F(Operations, SystemdIsToldHowItGoes) {
  NotifySocket socket(own_.path() / "notify");
  ::setenv("NOTIFY_SOCKET", (own_.path() / "notify").c_str(), 1);
  ::setenv("WATCHDOG_USEC", "30000000", 1);
  ServerProcess server(index());
  ::unsetenv("NOTIFY_SOCKET");
  ::unsetenv("WATCHDOG_USEC");
  EXPECT_NE(socket.wait_for("READY=1").find("STATUS=serving gen-"), std::string::npos);
  EXPECT_EQ(socket.wait_for("WATCHDOG=1"), "WATCHDOG=1");
  server.send_signal(SIGHUP);
  EXPECT_NE(socket.wait_for("RELOADING=1").find("MONOTONIC_USEC="), std::string::npos);
  EXPECT_FALSE(socket.wait_for("READY=1").empty());
  server.send_signal(SIGTERM);
  EXPECT_EQ(socket.wait_for("STOPPING=1"), "STOPPING=1");
  EXPECT_EQ(server.wait(), 0);
}

}  // namespace
}  // namespace tracuu
