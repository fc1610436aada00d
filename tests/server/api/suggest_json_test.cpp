#include "server/api/suggest_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace tracuu {
namespace {

using Json = nlohmann::json;

SuggestResult sample() {
  Suggestion title{.value = "Họp báo",
                   .label = "Họp báo",
                   .match = Span{6, 10},
                   .count = 2,
                   .query = "q=H",
                   .docid = 7,
                   .article_id = "hop-bao",
                   .published = std::nullopt};
  Suggestion province = title;
  province.match = std::nullopt;
  return {{{SuggestionKind::kTitle, {title}}, {SuggestionKind::kProvince, {province}}},
          {"gen-000001", "2026-11-22T05:36:00Z", 3}};
}

Json json_of(const SuggestRequest& request, const SuggestResult& result) {
  return Json::parse(suggest_json(request, result, std::chrono::microseconds(80)));
}

TEST(SuggestJson, SaysWhatCanBeChosenAndWhatItRuns) {
  const Json json = json_of({.q = "ba", .limit = 5, .kinds = {}, .language = {}}, sample());
  EXPECT_EQ(json["query"]["text"], "ba");
  EXPECT_EQ(json["took_ms"], 0.08);
  EXPECT_EQ(json["index"]["generation"], "gen-000001");
  ASSERT_EQ(json["groups"].size(), 2U);
  EXPECT_EQ(json["groups"][0]["kind"], "title");
  EXPECT_EQ(json["groups"][0]["label"], "Bài viết");
  const Json item = json["groups"][0]["items"][0];
  EXPECT_EQ(item["value"], "Họp báo");
  EXPECT_EQ(item["count"], 2);
  EXPECT_EQ(item["query"], "q=H");
  EXPECT_EQ(item["id"], "hop-bao");
  EXPECT_TRUE(item["published"].is_null()) << "an undated article stays undated";
}

TEST(SuggestJson, MarksCharactersNotBytes) {
  const Json groups = json_of({}, sample())["groups"];
  EXPECT_EQ(groups[0]["items"][0]["marks"], Json::parse("[[4,7]]"));
  EXPECT_EQ(groups[1]["items"][0]["marks"], Json::array());
}

TEST(SuggestJson, OnlyTitlesHaveAnArticle) {
  EXPECT_FALSE(json_of({}, sample())["groups"][1]["items"][0].contains("id"));
}

TEST(SuggestJson, SpeaksEnglishWhenAsked) {
  const SuggestRequest english{.q = {}, .limit = 5, .kinds = {}, .language = Language::kEnglish};
  EXPECT_EQ(json_of(english, sample())["groups"][1]["label"], "Provinces");
}

}  // namespace
}  // namespace tracuu
