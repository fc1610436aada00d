#include "server/api/similar_view.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/api/reprint_json.h"
#include "tests/support/sample_article.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

Reprints two_reprints() {
  const ReprintMember first{"b", "Sổ cũ lên máy", "baobackan.vn", "https://baobackan.vn/1",
                            day_of("2012-06-12")};
  return {1, 2, first, {{"a", "Số hóa sổ cũ", "", "", std::nullopt}, first}};
}

TEST(ReprintJson, SaysBothCountsWhoWasFirstAndTheMembers) {
  const Json json = reprints_json(two_reprints());
  EXPECT_EQ(json["count"], 1);
  EXPECT_EQ(json["total"], 2);
  EXPECT_EQ(json["first"], (Json{{"id", "b"},
                                 {"title", "Sổ cũ lên máy"},
                                 {"source", "baobackan.vn"},
                                 {"published", "2012-06-12"},
                                 {"url", "https://baobackan.vn/1"}}));
  ASSERT_EQ(json["members"].size(), 2U);
  EXPECT_EQ(json["members"][1], json["first"]);
  for (const char* unknown : {"source", "published", "url"}) {
    EXPECT_TRUE(json["members"][0][unknown].is_null()) << unknown;
  }
}

TEST(ReprintJson, IsNullForAnArticleAlone) {
  EXPECT_TRUE(reprints_json(std::nullopt).is_null());
}

TEST(SimilarView, AnswersWithEveryHit) {
  SimilarArticles similar{"x", {}, {"gen-000007", "2026-11-22T05:36:00Z", 74}};
  similar.hits.push_back({.article = sample_article("hp-1", "Hải Phòng họp", "Nội dung.",
                                                    day_of("2018-05-15"), "Hải Phòng"),
                          .title = {"Hải Phòng họp", {}},
                          .snippet = {"Nội dung.", {}},
                          .score = 0.41234,
                          .reprints = two_reprints()});
  similar.hits.push_back({.article = sample_article("bad-\xFF", "Tin", ""),
                          .title = {},
                          .snippet = {},
                          .score = 0.1,
                          .reprints = std::nullopt});
  const Json json = Json::parse(similar_json(similar));
  EXPECT_EQ(json["id"], "x");
  EXPECT_EQ(json["hits"][0]["id"], "hp-1");
  EXPECT_EQ(json["hits"][0]["title"], "Hải Phòng họp");
  EXPECT_EQ(json["hits"][0]["published"], "2018-05-15");
  EXPECT_EQ(json["hits"][0]["provinces"][0], "Hải Phòng");
  EXPECT_EQ(json["hits"][0]["snippet"], "Nội dung.");
  EXPECT_EQ(json["hits"][0]["score"], 0.412);
  EXPECT_EQ(json["hits"][0]["reprints"]["total"], 2);
  EXPECT_EQ(json["hits"][1]["id"], "bad-\uFFFD") << "bytes that are no UTF-8 fail nothing";
  EXPECT_TRUE(json["hits"][1]["published"].is_null());
  EXPECT_TRUE(json["hits"][1]["reprints"].is_null());
  EXPECT_EQ(json["index"]["generation"], "gen-000007");
}

}  // namespace
}  // namespace tracuu
