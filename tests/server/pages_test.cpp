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

  /// Asks for /api/v1/... with '|' between the segments, in English unless told otherwise.
  HttpResponse get(std::string_view path, std::string_view parameters = "lang=en") const {
    return ask({"api", "v1"}, path, parameters);
  }

  /// Asks for what stands behind `above`.
  HttpResponse ask(std::vector<std::string> above, std::string_view path,
                   std::string_view parameters) const {
    HttpRequest request;
    request.method = "GET";
    request.segments = std::move(above);
    while (!path.empty()) {
      const std::string_view segment = path.substr(0, path.find('|'));
      path.remove_prefix(std::min(path.size(), segment.size() + 1));
      request.segments.emplace_back(segment);
    }
    request.parameters = parameters_of(parameters);
    return Router(*searcher_)
        .answer(request, std::chrono::steady_clock::now() + std::chrono::minutes(1));
  }

  static std::string location_of(const HttpResponse& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "Location") {
        return value;
      }
    }
    return "";
  }

  TemporaryDirectory directory_;
  std::optional<Searcher> searcher_;
};

TEST_F(PagesOverThreeArticles, AnswerByTheTable) {
  for (const TableRow& row : read_table("page_answers.tsv")) {
    const bool bare = row[1].empty() || row[1] == "-";
    const std::string parameters =
        (bare ? std::string() : std::string(row[1]) + '&') + std::string("lang=en");
    const HttpResponse answer = get(row[0], parameters);
    EXPECT_EQ(std::to_string(answer.status), row[2]) << row << answer.body;
    const Json body = Json::parse(answer.body);
    const std::string said =
        body.contains("detail") ? body["detail"].get<std::string>() : answer.body;
    EXPECT_NE(said.find(row[3]), std::string::npos) << row << answer.body;
  }
}

TEST_F(PagesOverThreeArticles, AreWrittenByTheServerForReadersWithoutScript) {
  for (const TableRow& row : read_table("entity_page_html.tsv")) {
    const HttpResponse page = ask({}, row[0], row[1] == "-" ? "" : row[1]);
    EXPECT_EQ(std::to_string(page.status), row[2]) << row;
    EXPECT_EQ(page.content_type, "text/html; charset=utf-8") << row;
    EXPECT_NE(page.body.find(row[3]), std::string::npos) << row << page.body;
  }
  EXPECT_EQ(location_of(ask({}, "documents|KH 12", "province=ca mau")),
            "/documents/12%2FKH-UBND?province=C%C3%A0%20Mau");
}

TEST_F(PagesOverThreeArticles, RedirectToTheOnePaperThatIsMeantWithItsFilters) {
  EXPECT_EQ(location_of(get("documents|KH 12", "province=ca mau")),
            "/api/v1/documents/12%2FKH-UBND?province=C%C3%A0%20Mau");
  EXPECT_EQ(location_of(get("documents|NQ 36")), "");
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
  const Json vietnamese = Json::parse(get("documents|36-NQ/TW", "lang=vi").body);
  const Json english = Json::parse(get("documents|36-NQ/TW", "lang=en").body);
  EXPECT_EQ(vietnamese["relations"][0]["label"], "Văn bản thực hiện văn bản này");
  EXPECT_EQ(english["relations"][0]["label"], "Papers that implement it");
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
