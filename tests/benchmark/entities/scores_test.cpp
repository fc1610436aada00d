#include "tests/benchmark/entities/scores.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace tracuu {
namespace {

using Json = nlohmann::json;

const Json kLabel = Json::parse(R"({"doc": "1.txt", "title": "Họp bàn – CNTT", "published": null,
  "source": "Haiphong.gov.vn", "author": "", "primary_province": "Hải Phòng",
  "provinces": ["Hải Phòng", "Hà Nam"],
  "documents": [{"number": "36", "date": ""}, {"number": "10-NQ/TU", "date": "2013-12-27"}],
  "dates": [{"iso": "2013-12-27"}],
  "officials": [{"name": "Lò Văn Păn", "position": "Phó Chủ tịch", "organisation": "UBND tỉnh"}]})");

TEST(EntityScores, EqualInAnotherSpellingIsRight) {
  Json output = kLabel;
  output["title"] = "Họp  bàn - CNTT";
  output["source"] = "haiphong.gov.vn";
  output["documents"][0]["number"] = "NQ 36";
  output["officials"][0]["position"] = "PHÓ CHỦ TỊCH";
  Scores scores;
  add_to(scores, kLabel, &output);
  EXPECT_TRUE(scores.differences.empty());
  for (const auto& [kind, tally] : scores.sets) {
    EXPECT_EQ(tally.f1(), 1.0) << kind;
  }
}

TEST(EntityScores, TakesLabelledDatesForWhatExtractPrintsOfThem) {
  Json label = kLabel;
  label["dates"] = Json::parse(
      R"([{"iso": "2016/2020"}, {"iso": "2013-Q3"}, {"iso": "--01-15"}, {"iso": "2018-05"}])");
  Json output = kLabel;
  output["dates"] =
      Json::parse(R"([{"iso": "2016"}, {"iso": "2020"}, {"iso": "2013"}, {"iso": "2018-05"}])");
  Scores scores;
  add_to(scores, label, &output);
  EXPECT_EQ(scores.sets["dates"].right, 4U);
  EXPECT_EQ(scores.sets["dates"].f1(), 1.0);
}

TEST(EntityScores, CountsExtraAndMissing) {
  Json output = kLabel;
  output["provinces"] = Json::array({"Hải Phòng", "Hà Nội", "Nghệ An"});
  output["documents"][1]["date"] = "";
  output["officials"][0]["organisation"] = "";
  Scores scores;
  add_to(scores, kLabel, &output);
  const Tally& provinces = scores.sets["provinces"];
  EXPECT_EQ(provinces.right, 1U);
  EXPECT_EQ(provinces.extra, 2U);
  EXPECT_EQ(provinces.missing, 1U);
  EXPECT_DOUBLE_EQ(provinces.precision(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(provinces.recall(), 0.5);
  EXPECT_DOUBLE_EQ(provinces.f1(), 0.4);
  EXPECT_EQ(scores.fields["document date"].right, 1U);
  EXPECT_EQ(scores.fields["document date"].missing, 1U);
  EXPECT_EQ(scores.sets["officials + position"].f1(), 1.0);
  EXPECT_EQ(scores.sets["officials + post"].f1(), 0.0);
}

TEST(EntityScores, ACaptureWithoutOutputMissesEverything) {
  Scores scores;
  add_to(scores, kLabel, nullptr);
  EXPECT_EQ(scores.unread, 1U);
  EXPECT_EQ(scores.sets["documents"].missing, 2U);
  EXPECT_EQ(scores.fields["title"].right, 0U);
  EXPECT_EQ(scores.fields["published"].right, 1U) << "the page does not state it either";
}

TEST(EntityScores, TheTableNamesEveryKind) {
  Scores scores;
  add_to(scores, kLabel, &kLabel);
  const std::string table = table_of(scores, "corpus");
  for (const char* kind : {"corpus: 1 captures", "documents", "dates", "officials + post",
                           "provinces", "primary province", "document date", "title", "author"}) {
    EXPECT_NE(table.find(kind), std::string::npos) << kind;
  }
}

}  // namespace
}  // namespace tracuu
