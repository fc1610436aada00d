#include "server/api/json_view.h"

#include "server/api/article_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/sample_article.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

SearchResult one_hit() {
  SearchResult result;
  result.total = 25;
  result.total_groups = 20;
  result.hits.push_back({.article = sample_article("hp-1", "Hải Phòng họp", "Nội dung.",
                                                   day_of("2018-05-15"), "Hải Phòng"),
                         .title = {"Hải Phòng họp", {{0, 5}}},
                         .snippet = {"Nội dung.", {}},
                         .score = 1.23456});
  result.facets.push_back({FieldId::kProvince, {{"Hải Phòng", "Hải Phòng", 3, true}}, 1});
  result.histogram.push_back({"2018-05", 3});
  result.index = {"gen-000007", "2026-11-22T05:36:00Z", 74};
  return result;
}

Json view(const SearchRequest& request, const SearchResult& result) {
  return Json::parse(search_json(request, result, std::chrono::milliseconds(2)));
}

TEST(JsonView, AnswersWithEveryPartOfAResult) {
  const Json json = view({}, one_hit());
  EXPECT_EQ(json["total"], 25);
  EXPECT_EQ(json["total_groups"], 20);
  EXPECT_EQ(json["took_ms"], 2.0);
  EXPECT_EQ(json["hits"][0]["id"], "hp-1");
  EXPECT_EQ(json["hits"][0]["published"], "2018-05-15");
  EXPECT_EQ(json["hits"][0]["provinces"][0], "Hải Phòng");
  EXPECT_EQ(json["hits"][0]["score"], 1.235);
  EXPECT_EQ(json["facets"]["province"][0]["count"], 3);
  EXPECT_EQ(json["facets"]["province"][0]["selected"], true);
  EXPECT_EQ(json["histogram"][0]["month"], "2018-05");
  EXPECT_EQ(json["index"]["generation"], "gen-000007");
}

TEST(JsonView, SaysWhatMayHaveBeenMeant) {
  SearchResult result = one_hit();
  EXPECT_TRUE(view({}, result)["query"]["corrected"].is_null());
  EXPECT_TRUE(view({}, result)["query"]["correction"].is_null());
  result.correction = {"chuyển đổi số", "Có phải bạn tìm “chuyển đổi số”?", false};
  Json query = view({}, result)["query"];
  EXPECT_TRUE(query["corrected"].is_null());
  EXPECT_EQ(query["correction"], (Json{{"text", "chuyển đổi số"},
                                       {"label", "Có phải bạn tìm “chuyển đổi số”?"},
                                       {"applied", false}}));
  result.correction->applied = true;
  query = view({}, result)["query"];
  EXPECT_EQ(query["corrected"], "chuyển đổi số");
  EXPECT_EQ(query["correction"]["applied"], true);
}

TEST(JsonView, UnknownFactsAreNullNotEmpty) {
  const Json hit = view({}, one_hit())["hits"][0];
  EXPECT_TRUE(hit["url"].is_null());
  EXPECT_TRUE(hit["source"].is_null());
}

TEST(JsonView, MarksMatchesAsAsked) {
  SearchRequest request;
  EXPECT_EQ(view(request, one_hit())["hits"][0]["highlighted_title"], "<mark>Hải</mark> Phòng họp");
  request.highlight = Highlight::kOffsets;
  EXPECT_EQ(view(request, one_hit())["hits"][0]["highlighted_title"],
            (Json{{"text", "Hải Phòng họp"}, {"marks", {{0, 3}}}}));
  request.highlight = Highlight::kNone;
  EXPECT_EQ(view(request, one_hit())["hits"][0]["highlighted_title"], "Hải Phòng họp");
}

TEST(JsonView, LinksToTheNextPageWhileThereIsOne) {
  SearchRequest request = *parse_search_request({});
  request.q = "họp";
  request.limit = 1;
  EXPECT_EQ(view(request, one_hit())["next"], "/api/v1/search?q=h%E1%BB%8Dp&limit=1&offset=1");
  request.offset = 18;
  EXPECT_TRUE(view(request, one_hit()).contains("next"));
  request.offset = 19;
  EXPECT_FALSE(view(request, one_hit()).contains("next")) << "20 texts, each once";
  request.collapse = false;
  EXPECT_EQ(view(request, one_hit())["next"],
            "/api/v1/search?q=h%E1%BB%8Dp&limit=1&offset=20&collapse=0");
  request.offset = 24;
  EXPECT_FALSE(view(request, one_hit()).contains("next"));
}

TEST(JsonView, AnArticleShowsTheEvidenceOfEachEntity) {
  const Article article = sample_article("hp-1", "Tin", "Ngày 15/5/2018, UBND TP Hải Phòng họp.",
                                         day_of("2018-05-16"), "Hải Phòng");
  const Json json = Json::parse(article_json(article, {}));
  ASSERT_FALSE(json["entities"]["dates"].empty());
  const Json& date = json["entities"]["dates"][0];
  EXPECT_EQ(date["iso"], "2018-05-15");
  EXPECT_EQ(article.text.substr(date["begin"],
                                date["end"].get<std::size_t>() - date["begin"].get<std::size_t>()),
            date["surface"]);
  ASSERT_FALSE(json["entities"]["provinces"].empty());
  EXPECT_EQ(json["entities"]["provinces"][0]["about"], true);
}

TEST(JsonView, AnArticleTellsOfficialsWithTheProvinceOfEachPostFromOtherPersons) {
  const Article article = sample_article(
      "a", "Tin", "Chủ tịch UBND tỉnh Lê Văn Tám tiếp bà Trần Thị Chín, Giám đốc Viettel.",
      std::nullopt, "Gia Lai");
  const Json entities = Json::parse(article_json(article, {}))["entities"];
  ASSERT_EQ(entities["officials"].size(), 1U);
  EXPECT_EQ(entities["officials"][0]["posts"][0]["province"], "Gia Lai");
  ASSERT_EQ(entities["persons"].size(), 1U);
  EXPECT_EQ(entities["persons"][0]["name"], "Trần Thị Chín");
  EXPECT_EQ(entities["persons"][0]["role"], "private");
  EXPECT_EQ(entities["persons"][0]["surface"], "Trần Thị Chín");
}

TEST(JsonView, ARelationSaysWhichPaperDoesWhatAndWhere) {
  Article article =
      sample_article("a", "Tin", "Kế hoạch số 12/KH-UBND thực hiện Nghị quyết số 36-NQ/TW.");
  article.documents.resize(2);
  article.documents[0].number = "12/KH-UBND";
  article.documents[1].number = "36-NQ/TW";
  article.relations = {{0, 1, DocumentRelation::kImplements, 0, 1}};
  const Json relation = Json::parse(article_json(article, {}))["entities"]["relations"][0];
  EXPECT_EQ(relation["from"], "12/KH-UBND");
  EXPECT_EQ(relation["relation"], "implements");
  EXPECT_EQ(relation["to"], "36-NQ/TW");
  EXPECT_EQ(relation["surface"], "Kế hoạch số 12/KH-UBND thực hiện Nghị quyết số 36-NQ/TW");
}

}  // namespace
}  // namespace tracuu
