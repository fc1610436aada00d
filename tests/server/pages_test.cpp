#include "server/pages.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "indexer/pipeline.h"
#include "server/router.h"
#include "tests/server/query/url_parameters.h"
#include "tests/support/table.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

/// Pages over a real index of three articles.
class PagesOverThreeArticles : public ::testing::Test {
 protected:
  PagesOverThreeArticles() {
    directory_.write("pages/a.jsonl",
                     R"({"id":"mot","title":"Cà Mau thực hiện Nghị quyết 36","date":"2014-10-29",)"
                     R"("source":"Báo Cà Mau","text":"UBND tỉnh Cà Mau ban hành Kế hoạch số )"
                     R"(12/KH-UBND ngày 20/10/2014 thực hiện Nghị quyết số 36-NQ/TW ngày )"
                     R"(01/7/2014. Đồng chí Lê Khắc Nam, Phó Chủ tịch UBND tỉnh chủ trì."})"
                     "\n"
                     R"({"id":"hai","title":"Nghị quyết của Chính phủ","date":"2015-05-20",)"
                     R"("text":"Nghị quyết số 36/NQ-CP ngày 05/5/2015 của Chính phủ."})"
                     "\n"
                     R"({"id":"ba","title":"Học tập nghị quyết tại Cà Mau",)"
                     R"("text":"UBND tỉnh Cà Mau học Nghị quyết số 36-NQ/TW ngày 01/7/2014."})"
                     "\nkhông phải JSON\n");
    Progress progress;
    EXPECT_TRUE(build_index({{directory_.path() / "pages"}, directory_.path() / "index", 1, false},
                            progress));
    searcher_.emplace(std::move(*Searcher::open(directory_.path() / "index")));
  }

  PageAnswer get(std::string_view path, std::string_view parameters = {}) const {
    std::vector<std::string> segments{"api", "v1"};
    while (!path.empty()) {
      const std::string_view segment = path.substr(0, path.find('|'));
      path.remove_prefix(std::min(path.size(), segment.size() + 1));
      segments.emplace_back(segment);
    }
    const auto answer =
        Pages(*searcher_)
            .answer(segments, parameters_of(parameters), Deadline::in(std::chrono::minutes(1)));
    return answer.value_or(PageAnswer{.status = 0, .body = {}, .location = {}, .problem = {}});
  }

  TemporaryDirectory directory_;
  std::optional<Searcher> searcher_;
};

TEST_F(PagesOverThreeArticles, AnswerByTheTable) {
  for (const TableRow& row : read_table("page_answers.tsv")) {
    const PageAnswer answer = get(row[0], row[1]);
    EXPECT_EQ(std::to_string(answer.status), row[2]) << row << answer.body;
    const std::string body = answer.problem ? answer.problem->detail : answer.body;
    EXPECT_NE(body.find(row[3]), std::string::npos) << row << body;
    EXPECT_EQ(answer.problem ? answer.problem->status : answer.status, answer.status) << row;
  }
}

TEST_F(PagesOverThreeArticles, RedirectToTheOnePaperThatIsMeantWithItsFilters) {
  EXPECT_EQ(get("documents|KH 12", "province=ca mau").location,
            "/api/v1/documents/12%2FKH-UBND?province=C%C3%A0%20Mau");
  EXPECT_EQ(get("documents|NQ 36").location, "");
}

TEST_F(PagesOverThreeArticles, CountWhatIsRejectedAndUndated) {
  const Json stats = Json::parse(get("stats").body);
  EXPECT_EQ(stats["articles"], 3);
  EXPECT_EQ(stats["rejected"]["total"], 1);
  ASSERT_EQ(stats["rejected"]["by_reason"].size(), 1U);
  EXPECT_EQ(stats["rejected"]["by_reason"][0]["count"], 1);
  EXPECT_EQ(stats["by_year"]["values"].dump(),
            R"([{"count":1,"value":"2014"},{"count":1,"value":"2015"}])");
  EXPECT_EQ(stats["entities"]["official"]["distinct"], 1);
  EXPECT_EQ(stats["entities"]["document"]["articles"], 3);
  EXPECT_EQ(stats["index"]["generation"], "gen-000001");
}

TEST_F(PagesOverThreeArticles, SpeakTheLanguageAskedFor) {
  const Json vietnamese = Json::parse(get("documents|36-NQ/TW").body);
  const Json english = Json::parse(get("documents|36-NQ/TW", "lang=en").body);
  EXPECT_EQ(vietnamese["relations"][0]["label"], "Văn bản thực hiện văn bản này");
  EXPECT_EQ(english["relations"][0]["label"], "Papers that implement it");
}

TEST_F(PagesOverThreeArticles, AreServedByTheRouter) {
  const Router router(*searcher_);
  HttpRequest request;
  request.method = "GET";
  request.path = "/api/v1/documents/KH 12";
  request.segments = {"api", "v1", "documents", "KH 12"};
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  const HttpResponse found = router.answer(request, deadline);
  EXPECT_EQ(found.status, 302);
  EXPECT_NE(
      std::find(found.headers.begin(), found.headers.end(),
                std::pair<std::string, std::string>("Location", "/api/v1/documents/12%2FKH-UBND")),
      found.headers.end());
  request.segments.back() = "37-NQ/TW";
  EXPECT_EQ(router.answer(request, deadline).status, 404);
}

TEST_F(PagesOverThreeArticles, GiveArticlesIdsThatStayAndABlockToCiteThemBy) {
  const auto hash = searcher_->article("mot")->content_hash;
  Progress progress;
  ASSERT_TRUE(build_index({{directory_.path() / "pages"}, directory_.path() / "again", 2, false},
                          progress));
  const Searcher again = std::move(*Searcher::open(directory_.path() / "again"));
  for (const char* id : {"mot", "hai", "ba"}) {
    ASSERT_TRUE(again.article(id)) << id;
    EXPECT_EQ(*again.article(id), *searcher_->article(id)) << id;
  }
  EXPECT_EQ(again.article("mot")->content_hash, hash);
  const Router router(again);
  HttpRequest request;
  request.segments = {"api", "v1", "articles", "mot"};
  const HttpResponse response =
      router.answer(request, std::chrono::steady_clock::now() + std::chrono::minutes(1));
  const Json citation = Json::parse(response.body)["citation"];
  EXPECT_EQ(citation["text"], "Báo Cà Mau: Cà Mau thực hiện Nghị quyết 36. Đăng 2014-10-29.");
  EXPECT_EQ(citation["published"]["by"], "given");
  EXPECT_EQ(citation["permalink"], "/api/v1/articles/mot");
  EXPECT_EQ(citation["content_hash"], hash);
  EXPECT_TRUE(citation["captured"].is_null());
}

}  // namespace
}  // namespace tracuu
