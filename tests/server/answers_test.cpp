// What the router does around its handlers, and the lists of articles that it answers.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "indexer/pipeline.h"
#include "server/router.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;
using Parameters = std::vector<std::pair<std::string, std::string>>;

class RouterOverThreePages : public ::testing::Test {
 protected:
  RouterOverThreePages() {
    const std::string body =
        "UBND tỉnh Lạng Sơn vừa tổ chức hội nghị triển khai chính quyền điện tử tới các huyện.\n";
    directory_.write("pages/a.txt",
                     "Lạng Sơn họp về chính quyền điện tử\n\nNgày đăng: "
                     "05/09/2013\n\n" +
                         body);
    directory_.write("pages/b.txt",
                     "=cmd|' /C calc'!A0 chính quyền điện tử\n\nNgày đăng: "
                     "06/09/2013\n\nCác xã, phường \"đã\" dùng.\n");
    directory_.write("pages/c.txt", "Tin vắn không ngày\n\nChính quyền điện tử ở các xã.\n");
    rebuild();
    Result<Searcher> searcher = Searcher::open(directory_.path() / "index");
    EXPECT_TRUE(searcher);
    searcher_ = std::move(*searcher);
    router_.emplace(*searcher_, RouterOptions{{"https://a.example"}, "https://tracuu.example"});
  }

  void rebuild() {
    Progress progress;
    EXPECT_TRUE(build_index({{directory_.path() / "pages"}, directory_.path() / "index", 1, false},
                            progress));
  }

  HttpResponse ask(const std::string& path, Parameters parameters = {}, Parameters headers = {},
                   const std::string& method = "GET") {
    HttpRequest request;
    request.method = method;
    request.path = path;
    std::istringstream rest(path.substr(1));
    for (std::string segment; std::getline(rest, segment, '/');) {
      request.segments.push_back(segment);
    }
    request.parameters = std::move(parameters);
    request.headers = std::move(headers);
    request.headers.emplace_back("host", "127.0.0.1:8080");
    request.request_id = "test";
    request.received = std::chrono::steady_clock::now();
    return router_->answer(request, soon());
  }

  static std::chrono::steady_clock::time_point soon() {
    return std::chrono::steady_clock::now() + std::chrono::seconds(10);
  }
  static std::string header(const HttpResponse& response, std::string_view name) {
    for (const auto& [field, value] : response.headers) {
      if (field == name) {
        return value;
      }
    }
    return {};
  }
  static std::string whole(const HttpResponse& response) {
    std::string body;
    for (std::string piece = response.pieces(soon()); !piece.empty();
         piece = response.pieces(soon())) {
      body += piece;
    }
    return body;
  }
  std::vector<std::string> exported_ids(Parameters parameters) {
    std::vector<std::string> ids;
    std::istringstream lines(whole(ask("/api/v1/export.ndjson", std::move(parameters))));
    for (std::string line; std::getline(lines, line);) {
      const Json json = Json::parse(line);
      if (json.contains("id")) {
        ids.push_back(json["id"]);
      }
    }
    return ids;
  }

  TemporaryDirectory directory_;
  std::optional<Searcher> searcher_;
  std::optional<Router> router_;
};

TEST_F(RouterOverThreePages, AnExportHoldsWhatTheSearchFindsInItsOrder) {
  const std::vector<Parameters> questions{
      {{"q", "chính quyền điện tử"}},
      {{"q", "chính quyền điện tử"}, {"sort", "oldest"}},
      {{"sort", "newest"}},
      {{"from", "2013"}},
      {{"province", "lang son"}, {"facets", "none"}, {"explain", "1"}},
      {{"q", "không có bài nào nói thế này"}, {"match", "all"}}};
  for (const Parameters& question : questions) {
    const Json search = Json::parse(ask("/api/v1/search", question).body);
    std::vector<std::string> found;
    for (const Json& hit : search["hits"]) {
      found.push_back(hit["id"]);
    }
    EXPECT_EQ(exported_ids(question), found) << search["query"]["text"];
    const HttpResponse csv = ask("/api/v1/export.csv", question);
    EXPECT_EQ(header(csv, "X-Total-Count"), std::to_string(found.size()));
    EXPECT_EQ(header(csv, "X-Row-Count"), std::to_string(found.size()));
    EXPECT_EQ(header(csv, "Link"), "");
  }
}

TEST_F(RouterOverThreePages, APartOfAnExportSaysSoInFileNameHeadersAndLastLine) {
  const HttpResponse part = ask("/api/v1/export.ndjson", {{"limit", "2"}, {"facets", "year"}});
  EXPECT_NE(header(part, "Content-Disposition").find("-rows-1-2-of-3.ndjson"), std::string::npos);
  EXPECT_EQ(header(part, "X-Total-Count"), "3");
  EXPECT_EQ(header(part, "X-Row-Count"), "2");
  EXPECT_EQ(header(part, "Link"),
            "</api/v1/export.ndjson?limit=2&offset=2&facets=year>; rel=\"next\"");
  const std::string body = whole(part);
  const Json end = Json::parse(body.substr(body.rfind('\n', body.size() - 2) + 1))["export"];
  EXPECT_EQ(end["complete"], false);
  EXPECT_EQ(end["next"], "/api/v1/export.ndjson?limit=2&offset=2&facets=year");
  EXPECT_EQ(exported_ids({{"limit", "2"}, {"offset", "2"}}).size(), 1U);
}

TEST_F(RouterOverThreePages, ASpreadsheetRunsNothingOfATitle) {
  const std::string csv = whole(ask("/api/v1/export.csv"));
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFid,title,"));
  EXPECT_NE(csv.find(",'=cmd|' /C calc'!A0"), std::string::npos) << csv;
  EXPECT_EQ(csv.find(",=cmd"), std::string::npos);
}

TEST_F(RouterOverThreePages, BadParametersOfListsAreNamed) {
  for (const char* path : {"/api/v1/export.csv", "/api/v1/export.ndjson", "/api/v1/feed.atom"}) {
    const HttpResponse response = ask(path, {{"limti", "5"}, {"lang", "en"}});
    EXPECT_EQ(response.status, 400) << path;
    EXPECT_EQ(Json::parse(response.body)["detail"],
              "limti: unknown parameter, did you mean 'limit'?");
    EXPECT_EQ(ask(path, {{"limit", "1000000"}}).status, 400) << path;
  }
}

TEST_F(RouterOverThreePages, AFeedKnowsWhenItsIndexWasBuilt) {
  const HttpResponse feed = ask("/api/v1/feed.atom", {{"q", "chính quyền"}});
  EXPECT_EQ(feed.status, 200);
  EXPECT_TRUE(feed.content_type.starts_with("application/atom+xml"));
  EXPECT_EQ(header(feed, "Last-Modified").size(), 29U) << header(feed, "Last-Modified");
  EXPECT_NE(feed.body.find("href=\"https://tracuu.example/api/v1/feed.atom?q="), std::string::npos)
      << "the public address is not used";
}

TEST_F(RouterOverThreePages, EtagsChangeWithTheQuestionAndTheIndex) {
  const auto etag = [&](Parameters parameters) {
    return header(ask("/api/v1/search", std::move(parameters)), "ETag");
  };
  const std::string first = etag({{"q", "a"}, {"limit", "5"}});
  EXPECT_TRUE(first.starts_with("W/\"gen-000001-")) << first << ": took_ms differs";
  EXPECT_EQ(etag({{"limit", "5"}, {"q", "a"}, {"sort", ""}}), first) << "the same question";
  EXPECT_NE(etag({{"q", "b"}, {"limit", "5"}}), first);
  EXPECT_NE(etag({{"q", "a"}, {"limit", "5"}, {"lang", "en"}}), first);
  const std::string strong = header(ask("/api/v1/articles/a"), "ETag");
  EXPECT_TRUE(strong.starts_with("\"gen-")) << strong;
  rebuild();
  ASSERT_TRUE(*searcher_->refresh());
  EXPECT_NE(etag({{"q", "a"}, {"limit", "5"}}), first);
  EXPECT_EQ(header(ask("/api/v1/articles/none"), "ETag"), "") << "a problem is not kept";
  EXPECT_EQ(header(ask("/api/v1/articles/none"), "Cache-Control"), "no-store");
  EXPECT_EQ(header(ask("/healthz"), "Cache-Control"), "no-store");
}

TEST_F(RouterOverThreePages, WhoHoldsTheAnswerIsToldSoWithoutASearch) {
  for (const char* path : {"/api/v1/search", "/api/v1/feed.atom", "/api/v1/export.csv",
                           "/openapi.json", "/api/v1/articles/a", "/opensearch.xml"}) {
    for (const char* coding : {"identity", "gzip", "br, gzip;q=0.5"}) {
      const std::string etag = header(ask(path, {}, {{"accept-encoding", coding}}), "ETag");
      const HttpResponse again =
          ask(path, {}, {{"if-none-match", etag}, {"accept-encoding", coding}});
      EXPECT_EQ(again.status, 304) << path;
      EXPECT_EQ(header(again, "ETag"), etag) << path << ": that of the 200, " << coding;
      EXPECT_FALSE(again.pieces) << path;
    }
    EXPECT_EQ(ask(path, {}, {{"if-none-match", "\"other\""}}).status, 200) << path;
  }
  EXPECT_EQ(ask("/api/v1/articles/none", {}, {{"if-none-match", "*"}}).status, 404);
}

TEST_F(RouterOverThreePages, OptionsAreAnsweredWhereThereIsSomething) {
  for (const char* path : {"/", "/page/dom.js", "/api/v1/search", "/api/v1/articles/any"}) {
    const HttpResponse response = ask(path, {}, {}, "OPTIONS");
    EXPECT_EQ(response.status, 204) << path;
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD, OPTIONS") << path;
  }
  EXPECT_EQ(ask("/api/v1/nothing", {}, {}, "OPTIONS").status, 404);
  const HttpResponse preflight =
      ask("/api/v1/search", {}, {{"origin", "https://a.example"}}, "OPTIONS");
  EXPECT_EQ(header(preflight, "Access-Control-Allow-Origin"), "https://a.example");
  EXPECT_EQ(header(ask("/api/v1/nothing", {}, {{"origin", "https://a.example"}}),
                   "Access-Control-Allow-Origin"),
            "https://a.example")
      << "a page must be able to read a problem too";
}

TEST_F(RouterOverThreePages, ProblemsSpeakTheLanguageAskedFor) {
  const auto detail = [&](const std::string& path, Parameters parameters) {
    return Json::parse(ask(path, std::move(parameters)).body)["detail"].get<std::string>();
  };
  EXPECT_EQ(detail("/api/v1/search", {{"limit", "x"}}), "limit: dùng số nguyên từ 0 đến 100: 'x'");
  EXPECT_EQ(detail("/api/v1/search", {{"limit", "x"}, {"lang", "en"}}),
            "limit: use a whole number from 0 to 100: 'x'");
  EXPECT_EQ(detail("/api/v1/articles/x", {}), "Không có bài nào mang mã này: 'x'");
  EXPECT_EQ(detail("/api/v1/articles/x", {{"lang", "en"}}), "No article has this id: 'x'");
  EXPECT_EQ(detail("/api/v1/articles/a", {{"lang", "fr"}}), "lang: dùng vi hoặc en: 'fr'");
  EXPECT_EQ(detail("/api/v1/articles/a", {{"x", "1"}, {"lang", "en"}}),
            "x: unknown parameter, valid are lang");
  EXPECT_EQ(detail("/api/v1/serch", {{"lang", "en"}}),
            "Nothing has the address '/api/v1/serch', did you mean /api/v1/search?");
  EXPECT_EQ(detail("/wp-admin", {}),
            "Không có gì ở địa chỉ '/wp-admin', mọi địa chỉ ở /openapi.json.");
}

TEST_F(RouterOverThreePages, EveryKindOfProblemHasAnAddress) {
  for (const Json list = Json::parse(ask("/problems").body); const Json& row : list["problems"]) {
    const HttpResponse response = ask(row["type"]);
    EXPECT_EQ(response.status, 200) << row;
    EXPECT_EQ(Json::parse(response.body), row);
  }
  EXPECT_EQ(ask("/problems/none").status, 404);
}

TEST_F(RouterOverThreePages, ASearchTellsHowLongItsStagesTook) {
  const std::string timing =
      header(ask("/api/v1/search", {{"q", "chính quyền điện tử"}}), "Server-Timing");
  for (const char* stage : {"queue", "understand", "match", "facets", "rank", "snippets", "json"}) {
    EXPECT_NE(timing.find(std::string(stage) + ";dur="), std::string::npos) << timing;
  }
  EXPECT_NE(header(ask("/api/v1/articles/a"), "Server-Timing").find("total;dur="),
            std::string::npos);
}

TEST_F(RouterOverThreePages, SuggestsInTheFormOfOpenSearch) {
  const HttpResponse response = ask("/api/v1/suggest", {{"q", "lang s"}, {"format", "opensearch"}});
  EXPECT_TRUE(response.content_type.starts_with("application/x-suggestions+json"));
  const Json json = Json::parse(response.body);
  ASSERT_EQ(json.size(), 4U);
  EXPECT_EQ(json[0], "lang s");
  EXPECT_EQ(json[1].size(), json[3].size());
  EXPECT_EQ(json[2].size(), json[3].size());
}

}  // namespace
}  // namespace tracuu
