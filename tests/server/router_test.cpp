#include "server/router.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "indexer/pipeline.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

/// A router over a real index of one page.
class RouterOverOnePage : public ::testing::Test {
 protected:
  RouterOverOnePage() {
    directory_.write(
        "pages/lang-son.txt",
        "Lạng Sơn triển khai chính quyền điện tử\n\nNgày đăng: 05/09/2013\n\nUBND tỉnh Lạng "
        "Sơn vừa tổ chức hội nghị triển khai chính quyền điện tử tới các huyện.\n");
    Progress progress;
    const auto report = build_index(
        {{directory_.path() / "pages"}, directory_.path() / "index", 1, false}, progress);
    EXPECT_TRUE(report);
    Result<Searcher> searcher = Searcher::open(directory_.path() / "index");
    EXPECT_TRUE(searcher);
    searcher_ = std::move(*searcher);
    router_.emplace(*searcher_);
  }

  HttpResponse get(std::vector<std::string> segments,
                   std::vector<std::pair<std::string, std::string>> parameters = {},
                   std::chrono::milliseconds time = std::chrono::seconds(10)) {
    HttpRequest request;
    request.method = "GET";
    for (const std::string& segment : segments) {
      request.path += '/' + segment;
    }
    request.segments = std::move(segments);
    request.parameters = std::move(parameters);
    request.request_id = "test";
    return router_->answer(request, std::chrono::steady_clock::now() + time);
  }

  TemporaryDirectory directory_;
  std::optional<Searcher> searcher_;
  std::optional<Router> router_;
};

TEST_F(RouterOverOnePage, FindsThePage) {
  const HttpResponse response = get({"api", "v1", "search"}, {{"q", "lang son"}});
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(Json::parse(response.body)["hits"][0]["id"], "lang-son");
}

TEST_F(RouterOverOnePage, SaysWhatItCorrected) {
  Json json = Json::parse(get({"api", "v1", "search"}, {{"q", "hội nghhị triển khai"}}).body);
  EXPECT_EQ(json["total"], 1);
  EXPECT_EQ(json["query"]["text"], "hội nghhị triển khai");
  EXPECT_EQ(json["query"]["corrected"], "hội nghị triển khai");
  EXPECT_EQ(json["query"]["correction"]["applied"], true);
  json = Json::parse(get({"api", "v1", "search"}, {{"q", "\"hội nghhị\""}, {"lang", "en"}}).body);
  EXPECT_EQ(json["total"], 0);
  EXPECT_TRUE(json["query"]["corrected"].is_null());
  EXPECT_EQ(json["query"]["correction"]["label"], "Did you mean “\"hội nghị\"”?");
}

TEST_F(RouterOverOnePage, ReadsTheKeysOfAnInputMethod) {
  const Json json =
      Json::parse(get({"api", "v1", "search"}, {{"q", "chinhs quyeenf ddieenj tuwr"}}).body);
  EXPECT_EQ(json["total"], 1);
  EXPECT_EQ(json["query"]["corrected"], "chính quyền điện tử");
}

TEST_F(RouterOverOnePage, ShowsAnAbbreviationAndFindsItsLongForm) {
  const Json json =
      Json::parse(get({"api", "v1", "search"}, {{"q", "Ủy ban nhân dân Lạng Sơn"}}).body);
  EXPECT_EQ(json["total"], 1);
  EXPECT_TRUE(json["query"]["relaxed"].is_null());
  const Json shown = Json::parse(get({"api", "v1", "search"}, {{"q", "ubnd"}}).body);
  EXPECT_EQ(shown["query"]["understood"][0]["kind"], "abbreviation");
  EXPECT_EQ(shown["query"]["understood"][0]["value"], "Ủy ban nhân dân");
}

TEST_F(RouterOverOnePage, ShowsAnArticleById) {
  EXPECT_EQ(Json::parse(get({"api", "v1", "articles", "lang-son"}).body)["primary_province"],
            "Lạng Sơn");
  EXPECT_EQ(get({"api", "v1", "articles", "other"}).status, 404);
  EXPECT_EQ(get({"api", "v1", "articles"}).status, 404);
}

TEST_F(RouterOverOnePage, ShowsWhatIsSimilarToAnArticle) {
  const HttpResponse response = get({"api", "v1", "articles", "lang-son", "similar"});
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(Json::parse(response.body)["id"], "lang-son");
  EXPECT_TRUE(Json::parse(response.body)["hits"].empty()) << "it is the only article";
  EXPECT_EQ(get({"api", "v1", "articles", "other", "similar"}).status, 404);
  EXPECT_EQ(get({"api", "v1", "articles", "lang-son", "other"}).status, 404);
  EXPECT_EQ(get({"api", "v1", "articles", "lang-son", "similar"}, {{"limit", "0"}}).status, 400);
}

TEST_F(RouterOverOnePage, ABadParameterIsA400WithItsName) {
  const HttpResponse response = get({"api", "v1", "search"}, {{"limit", "x"}});
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(Json::parse(response.body)["param"], "limit");
}

TEST_F(RouterOverOnePage, SuggestsWhatATypedStartMayBecome) {
  const HttpResponse response = get({"api", "v1", "suggest"}, {{"q", "lang s"}, {"limit", "1"}});
  EXPECT_EQ(response.status, 200);
  const Json groups = Json::parse(response.body)["groups"];
  ASSERT_EQ(groups.size(), 5U);
  EXPECT_EQ(groups[0]["items"][0]["id"], "lang-son");
  EXPECT_EQ(groups[0]["items"][0]["published"], "2013-09-05");
  EXPECT_EQ(groups[3]["items"][0]["query"], "province=L%E1%BA%A1ng%20S%C6%A1n");
  EXPECT_EQ(groups[3]["items"][0]["count"], 1);
}

TEST_F(RouterOverOnePage, ABadSuggestParameterIsA400WithItsName) {
  for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
           {"limit", "21"}, {"kinds", "titel"}, {"kind", "title"}, {"q", "\xC3"}}) {
    const HttpResponse response = get({"api", "v1", "suggest"}, {{name, value}});
    EXPECT_EQ(response.status, 400) << name;
    EXPECT_EQ(Json::parse(response.body)["param"], name);
  }
}

TEST_F(RouterOverOnePage, ASearchPastItsDeadlineIsA503) {
  const HttpResponse response =
      get({"api", "v1", "search"}, {{"q", "lang son"}}, std::chrono::milliseconds(-1));
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(Json::parse(response.body)["code"], "deadline_exceeded");
}

TEST_F(RouterOverOnePage, IsNotReadyOnceItStops) {
  EXPECT_EQ(get({"readyz"}).status, 200);
  router_->stop_being_ready();
  EXPECT_EQ(get({"readyz"}).status, 503);
  EXPECT_EQ(get({"healthz"}).status, 200);
}

TEST_F(RouterOverOnePage, AnswersForbidContentSniffing) {
  for (const HttpResponse& response :
       {get({"healthz"}), get({"nothing"}), get({"page", "dom.js"}), get({""})}) {
    EXPECT_NE(std::find(response.headers.begin(), response.headers.end(),
                        std::pair<std::string, std::string>("X-Content-Type-Options", "nosniff")),
              response.headers.end());
  }
}

TEST_F(RouterOverOnePage, ThePageHoldsItsFirstResults) {
  const HttpResponse page = get({""}, {{"q", "lang son"}, {"fbclid", "hung on by others"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_NE(page.body.find("<h1 id=\"count\">1 bài</h1>"), std::string::npos);
  EXPECT_NE(page.body.find("href=\"/articles/lang-son\""), std::string::npos);
  EXPECT_EQ(page.body.find("fbclid"), std::string::npos);
}

TEST_F(RouterOverOnePage, APageSaysWhatItCannotShow) {
  const HttpResponse refused = get({""}, {{"q", "<b>"}, {"from", "yesterday"}, {"lang", "en"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_NE(refused.body.find("<p class=\"note\">from: "), std::string::npos);
  EXPECT_NE(refused.body.find("value=\"&lt;b&gt;\""), std::string::npos);
  EXPECT_NE(get({""}, {{"from", "x"}}).body.find("<html lang=\"vi\">"), std::string::npos);
  EXPECT_EQ(get({"articles", "other"}).status, 404);
}

TEST_F(RouterOverOnePage, EveryPageForbidsWhatIsNotItsOwn) {
  for (const auto& [page, status] :
       {std::pair{get({""}), 200}, std::pair{get({"articles", "lang-son"}), 200},
        std::pair{get({"documents", "99-NQ/XX"}), 404},
        std::pair{get({"officials", "Lê Khắc Nam"}), 404},
        std::pair{get({"page", "style.css"}), 200}}) {
    EXPECT_EQ(page.status, status);
    const auto policy =
        std::find_if(page.headers.begin(), page.headers.end(),
                     [](const auto& field) { return field.first == "Content-Security-Policy"; });
    ASSERT_NE(policy, page.headers.end());
    EXPECT_NE(policy->second.find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(policy->second.find("unsafe"), std::string::npos);
  }
}

TEST_F(RouterOverOnePage, PagesLeadToThemselvesInTheOtherLanguage) {
  EXPECT_NE(get({"documents", "36-NQ/TW"}, {{"identity", "a@b"}})
                .body.find("href=\"/documents/36-NQ%2FTW?identity=a%40b&amp;lang=en\""),
            std::string::npos);
  EXPECT_NE(
      get({"articles", "lang-son"}, {{"lang", "en"}}).body.find("href=\"/articles/lang-son\""),
      std::string::npos);
}

}  // namespace
}  // namespace tracuu
