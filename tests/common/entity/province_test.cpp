#include "common/entity/province.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<ProvinceMention> mentions_in(std::string_view normalized_text) {
  return find_provinces(tokenized(normalized_text));
}

/// "Hải Phòng;Hà Nội*;Nghệ An+": names, other names, districts.
std::string described(const std::vector<ProvinceMention>& mentions) {
  std::string all;
  for (const ProvinceMention& mention : mentions) {
    all += all.empty() ? "" : ";";
    all += mention.province;
    all += mention.evidence == ProvinceEvidence::kAlias      ? "*"
           : mention.evidence == ProvinceEvidence::kDistrict ? "+"
                                                             : "";
  }
  return all;
}

TEST(Province, FindsWhatATextNamesAndNothingElse) {
  for (const TableRow& row : read_table("provinces.tsv")) {
    const std::string text = normalized(row[0]);
    EXPECT_EQ(described(mentions_in(text)), row[1]) << row << '\n' << row[0];
  }
}

TEST(Province, SaysWhetherTheTextPlaysThere) {
  for (const TableRow& row : read_table("province_local.tsv")) {
    const std::string text = normalized(row[0]);
    const auto mentions = mentions_in(text);
    ASSERT_FALSE(mentions.empty()) << row;
    EXPECT_EQ(mentions.front().local_cue, row[1] == "yes") << row;
  }
}

TEST(Province, GivesTheSpanOfTheNameWithoutItsKindWord) {
  const std::string text = normalized("UBND tỉnh Bà Rịa – Vũng Tàu và TP.HCM");
  const auto mentions = mentions_in(text);
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(slice(text, mentions[0].span), "Bà Rịa - Vũng Tàu");
  EXPECT_EQ(slice(text, mentions[1].span), "TP.HCM");
}

TEST(Province, FindsEveryProvinceByItsOwnNameBehindItsKindWord) {
  for (const Province& province : provinces()) {
    const std::string text = normalized("Kế hoạch của " + province.kind + " " + province.name);
    EXPECT_EQ(described(mentions_in(text)), province.name);
  }
}

TEST(Province, FindsEveryUnambiguousDistrictBehindItsKindWord) {
  std::map<std::string, std::set<std::string>> provinces_of;
  for (const District& district : districts()) {
    provinces_of[district.name].insert(district.province);
  }
  int checked = 0;
  for (const District& district : districts()) {
    const bool named_like_province = province_named(district.name) != nullptr;
    if (provinces_of[district.name].size() > 1 || named_like_province) {
      continue;
    }
    const std::string text = normalized("Cán bộ " + district.kind + " " + district.name + " đến");
    EXPECT_EQ(described(mentions_in(text)), district.province + "+") << text;
    ++checked;
  }
  EXPECT_GT(checked, 600);
}

TEST(Province, MentionsAreInOrderAndDoNotOverlap) {
  for (const TableRow& row : read_table("provinces.tsv")) {
    const std::string text = normalized(row[0]);
    std::uint32_t end = 0;
    for (const ProvinceMention& mention : mentions_in(text)) {
      EXPECT_LE(end, mention.span.begin) << row;
      EXPECT_LT(mention.span.begin, mention.span.end) << row;
      end = mention.span.end;
    }
    EXPECT_LE(end, text.size()) << row;
  }
}

TEST(Province, ReadsHostileTextInLinearTime) {
  for (const std::string_view piece :
       {"Hà Nội, ", "TP ", "Nguyễn ", "huyện Châu Thành, ", "Thái Bình Dương ", "quận 1, "}) {
    std::string text;
    while (text.size() < 300'000) {
      text += piece;
    }
    const std::string text_normalized = normalized(text);
    EXPECT_LE(mentions_in(text_normalized).size(), text_normalized.size() / 4) << piece;
  }
}

TEST(Province, ParsesEverySpelling) {
  for (const TableRow& row : read_table("province_spellings.tsv")) {
    EXPECT_EQ(parse_province(normalized(row[0])), row[1]) << row;
  }
}

TEST(Province, ParsesEveryNameAndAliasOfTheGazetteer) {
  for (const Province& province : provinces()) {
    EXPECT_EQ(parse_province(province.name), province.name);
    for (const std::string& alias : province.aliases) {
      EXPECT_EQ(parse_province(alias), province.name) << alias;
    }
  }
}

TEST(Province, KnowsTheUnitOfToday) {
  for (const TableRow& row : read_table("province_today.tsv")) {
    EXPECT_EQ(province_today(row[0]), row[1]) << row;
  }
}

TEST(Province, KnowsTheFormerUnitsOfATodaysUnit) {
  using testing::UnorderedElementsAre;
  EXPECT_THAT(former_provinces("Tuyên Quang"), UnorderedElementsAre("Hà Giang", "Tuyên Quang"));
  EXPECT_THAT(former_provinces("Hà Nội"), UnorderedElementsAre("Hà Nội", "Hà Tây"));
  EXPECT_THAT(former_provinces("Hồ Chí Minh"),
              UnorderedElementsAre("Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"));
  EXPECT_TRUE(former_provinces("Hà Giang").empty());
}

TEST(Province, KnowsTheProvinceOfASite) {
  for (const TableRow& row : read_table("province_sites.tsv")) {
    EXPECT_EQ(province_of_site(row[0]), row[1]) << row;
  }
}

}  // namespace
}  // namespace tracuu
