// Answers that a real server gives again, and never for another generation of its index.

#include <gtest/gtest.h>
#include <httplib.h>
#include <signal.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/support/server_process.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

class CacheEndToEnd : public ::testing::Test {
 protected:
  CacheEndToEnd() { write_page("lang-son", "Lạng Sơn triển khai chính quyền điện tử"); }

  void write_page(const std::string& name, const std::string& title) {
    std::string text = title + "\n\nNgày đăng: 05/09/2013\n\n";
    for (int i = 0; i < 40; ++i) {
      text += "UBND tỉnh vừa tổ chức hội nghị triển khai chính quyền điện tử tới các huyện.\n";
    }
    directory_.write("pages/" + name + ".txt", text);
  }

  void index(const char* command) {
    std::string summary;
    ASSERT_EQ(run_program({TRACUU_INDEXER, command, "--quiet", "--index", index_path().string(),
                           (directory_.path() / "pages").string()},
                          summary),
              0)
        << summary;
  }

  std::filesystem::path index_path() const { return directory_.path() / "index"; }

  static httplib::Result get(const ServerProcess& server, const std::string& target,
                             const httplib::Headers& headers = {}) {
    httplib::Client client("127.0.0.1", server.port());
    client.set_read_timeout(30);
    return client.Get(target, headers);
  }

  static std::string status_of(const httplib::Result& answer) {
    return answer->get_header_value("Cache-Status");
  }

  TemporaryDirectory directory_;
};

constexpr const char* kQuestion = "/api/v1/search?q=h%E1%BB%99i%20ngh%E1%BB%8B&limit=5";
constexpr const char* kSameQuestion = "/api/v1/search?limit=5&q=h%E1%BB%99i%20ngh%E1%BB%8B&from=";

constexpr const char* kLongAnswer = "/api/v1/search?q=h%E1%BB%99i%20ngh%E1%BB%8B&collapse=0";

Json without_time(const std::string& body) {
  Json json = Json::parse(body);
  json.erase("took_ms");
  return json;
}

TEST_F(CacheEndToEnd, TheSecondWhoAsksGetsTheSameAnswerWithATimeOfTheirOwn) {
  index("build");
  const ServerProcess server(index_path());
  const auto first = get(server, kQuestion);
  const auto second = get(server, kSameQuestion);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(status_of(first), "tracuu; fwd=miss; stored");
  EXPECT_EQ(status_of(second), "tracuu; hit");
  EXPECT_EQ(without_time(first->body), without_time(second->body));
  EXPECT_EQ(first->get_header_value("ETag"), second->get_header_value("ETag"));
  EXPECT_LT(Json::parse(second->body)["took_ms"], 50) << "of this call, whatever the first took";
  EXPECT_EQ(second->get_header_value("Server-Timing").find("match"), std::string::npos)
      << "nothing was searched";
}

TEST_F(CacheEndToEnd, AStartIsAnotherQuestionThanItsWord) {
  index("build");
  const ServerProcess server(index_path());
  const std::string question = "/api/v1/search?q=ch%C3%ADnh%20quy&match=";
  for (const char* target : {"all", "prefix"}) {
    EXPECT_EQ(status_of(get(server, question + target)), "tracuu; fwd=miss; stored") << target;
  }
  EXPECT_EQ(Json::parse(get(server, question + "all")->body)["total"], 0);
  const Json started = Json::parse(get(server, question + "prefix")->body);
  EXPECT_GT(started["total"], 0);
  EXPECT_EQ(started["query"]["understood"][0]["kind"], "start");
  const std::string undone = started["query"]["understood"][0]["undo_url"];
  EXPECT_EQ(Json::parse(get(server, undone)->body)["total"], 0) << undone;
}

TEST_F(CacheEndToEnd, CompressedAnswersAreKeptAndAreTheSame) {
  for (const char* more : {"a", "b", "c", "d", "e"}) {
    write_page(more, std::string("Hội nghị về chính quyền điện tử, kỳ ") + more);
  }
  index("build");
  const ServerProcess server(index_path());
  const auto plain = get(server, kLongAnswer);
  ASSERT_TRUE(plain);
  for (int time = 0; time < 2; ++time) {
    const auto compressed = get(server, kLongAnswer, {{"Accept-Encoding", "gzip"}});
    ASSERT_TRUE(compressed);
    EXPECT_EQ(status_of(compressed), "tracuu; hit");
    EXPECT_EQ(compressed->get_header_value("Content-Encoding"), "gzip");
    EXPECT_EQ(compressed->get_header_value("Vary"), "Accept-Encoding");
    EXPECT_EQ(without_time(compressed->body), without_time(plain->body));
  }
  const auto article = get(server, "/api/v1/articles/lang-son", {{"Accept-Encoding", "gzip"}});
  ASSERT_TRUE(article);
  EXPECT_TRUE(article->get_header_value("ETag").starts_with("W/"))
      << "compressed, it is not the same bytes";
  EXPECT_EQ(article->body, get(server, "/api/v1/articles/lang-son")->body);
}

TEST_F(CacheEndToEnd, ErrorsExportsAndWhatSpeaksOfTheMomentAreNotKept) {
  index("build");
  const ServerProcess server(index_path());
  for (const char* target : {"/api/v1/search?limit=x", "/api/v1/articles/nothing",
                             "/api/v1/export.csv?q=a", "/healthz", "/readyz"}) {
    get(server, target);
    const auto again = get(server, target);
    ASSERT_TRUE(again);
    EXPECT_EQ(status_of(again).find("hit"), std::string::npos) << target;
    EXPECT_EQ(status_of(again).find("stored"), std::string::npos) << target;
  }
}

TEST_F(CacheEndToEnd, ANewGenerationIsNeverAnsweredFromTheOldOne) {
  index("build");
  const ServerProcess server(index_path());
  EXPECT_EQ(Json::parse(get(server, kQuestion)->body)["total"], 1);
  EXPECT_EQ(status_of(get(server, kQuestion)), "tracuu; hit");
  write_page("ha-giang", "Hà Giang triển khai một cửa điện tử");
  index("update");
  server.send_signal(SIGHUP);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  Json answer;
  do {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const auto response = get(server, kQuestion);
    ASSERT_TRUE(response);
    answer = Json::parse(response->body);
    const bool is_new = answer["index"]["generation"] != "gen-000001";
    EXPECT_EQ(answer["total"], is_new ? 2 : 1) << "total and generation are of one index";
  } while (answer["total"] == 1 && std::chrono::steady_clock::now() < end);
  EXPECT_EQ(answer["total"], 2);
  EXPECT_EQ(status_of(get(server, kQuestion)), "tracuu; hit");
}

TEST_F(CacheEndToEnd, CanBeTurnedOff) {
  index("build");
  const ServerProcess server(index_path(), {"--cache-bytes", "0"});
  get(server, kQuestion);
  EXPECT_FALSE(get(server, kQuestion)->has_header("Cache-Status"));
}

}  // namespace
}  // namespace tracuu
