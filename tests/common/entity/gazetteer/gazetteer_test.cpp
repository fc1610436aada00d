#include "common/entity/gazetteer/gazetteer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "common/entity/gazetteer/rows.h"
#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

constexpr Day kMerger{std::chrono::year{2025}, std::chrono::July, std::chrono::day{1}};

TEST(Gazetteer, HoldsAllRows) {
  const auto current_districts = std::count_if(districts().begin(), districts().end(),
                                               [](const auto& d) { return d.until == kMerger; });
  const std::map<std::string_view, std::size_t> sizes{
      {"provinces", provinces().size()},
      {"current_provinces", current_provinces().size()},
      {"districts", districts().size()},
      {"current_districts", static_cast<std::size_t>(current_districts)},
      {"document_types", document_types().size()},
      {"issuers", issuers().size()},
      {"landmark_documents", landmark_documents().size()},
      {"abbreviations", abbreviations().size()},
      {"honorifics", honorifics().size()},
      {"family_names", family_names().size()}};
  for (const TableRow& row : read_table("gazetteer_sizes.tsv")) {
    ASSERT_TRUE(sizes.contains(row[0])) << row;
    EXPECT_EQ(std::to_string(sizes.at(row[0])), row[1]) << row;
  }
  EXPECT_GE(drafting_units().size(), 18U);
  EXPECT_FALSE(not_places().empty());
}

TEST(Gazetteer, EveryProvinceIsPartOfAUnitOfToday) {
  for (const Province& province : provinces()) {
    const bool known =
        std::any_of(current_provinces().begin(), current_provinces().end(),
                    [&](const CurrentProvince& unit) { return unit.name == province.today; });
    EXPECT_TRUE(known) << province.name << " -> " << province.today;
  }
}

TEST(Gazetteer, FormerUnitsAndTodayAgree) {
  std::map<std::string, std::set<std::string>> by_today;
  for (const Province& province : provinces()) {
    if (!province.until || *province.until >= kMerger) {
      by_today[province.today].insert(province.name);
    }
  }
  for (const CurrentProvince& unit : current_provinces()) {
    EXPECT_THAT(unit.former_units, testing::UnorderedElementsAreArray(by_today[unit.name]))
        << unit.name;
  }
  EXPECT_EQ(by_today.size(), 34U);
}

TEST(Gazetteer, ProvincesThatEndedAtTheMergerGotAnotherName) {
  for (const Province& province : provinces()) {
    EXPECT_EQ(province.until.has_value(), province.today != province.name) << province.name;
  }
}

TEST(Gazetteer, EveryDistrictLiesInAProvinceAndEnded) {
  for (const District& district : districts()) {
    EXPECT_NE(province_named(district.province), nullptr) << district.name;
    ASSERT_TRUE(district.until) << district.name;
    EXPECT_TRUE(!district.since || *district.since < *district.until) << district.name;
    EXPECT_LE(*district.until, kMerger) << district.name;
    EXPECT_THAT(district.kind, testing::AnyOf("quận", "huyện", "thị xã", "thành phố"))
        << district.name;
  }
}

TEST(Gazetteer, EveryCapitalIsADistrictOfItsProvince) {
  for (const Province& province : provinces()) {
    const bool known =
        std::any_of(districts().begin(), districts().end(), [&](const District& district) {
          return district.name == province.capital &&
                 (district.province == province.name || province.today == "Hà Nội");
        });
    EXPECT_TRUE(known) << province.name << ": " << province.capital;
  }
}

TEST(Gazetteer, FindsAProvinceByItsExactName) {
  ASSERT_NE(province_named("Bà Rịa - Vũng Tàu"), nullptr);
  EXPECT_EQ(province_named("Bà Rịa - Vũng Tàu")->capital, "Bà Rịa");
  EXPECT_EQ(province_named("ba ria - vung tau"), nullptr);
  EXPECT_EQ(province_named(""), nullptr);
}

template <typename Rows, typename KeyOf>
void expect_unique(const Rows& rows, KeyOf key_of) {
  std::set<std::string> seen;
  for (const auto& row : rows) {
    EXPECT_TRUE(seen.insert(key_of(row)).second) << "twice: " << key_of(row);
  }
}

TEST(Gazetteer, HoldsNoRowTwice) {
  expect_unique(provinces(), [](const Province& p) { return p.name; });
  expect_unique(current_provinces(), [](const CurrentProvince& p) { return p.name; });
  expect_unique(current_provinces(), [](const CurrentProvince& p) { return p.code; });
  expect_unique(districts(), [](const District& d) {
    return d.kind + ' ' + d.name + ", " + d.province +
           (d.since ? to_iso(PartialDate::of(*d.since)) : "");
  });
  expect_unique(document_types(),
                [](const DocumentType& t) { return t.code + ' ' + t.name + ' ' + t.family; });
  expect_unique(issuers(), [](const Issuer& i) { return i.code; });
  expect_unique(drafting_units(), [](const std::string& code) { return code; });
  expect_unique(honorifics(), [](const Honorific& h) { return h.text; });
  expect_unique(family_names(), [](const FamilyName& f) { return f.name; });
  expect_unique(landmark_documents(),
                [](const LandmarkDocument& d) { return d.number + ' ' + to_iso(d.date); });
  expect_unique(abbreviations(), [](const Abbreviation& a) { return a.abbreviation; });
  expect_unique(not_places(), [](const std::string& phrase) { return phrase; });
}

TEST(Gazetteer, NoSiteAndNoAliasBelongsToTwoProvinces) {
  std::set<std::string> domains;
  std::set<std::string> names;
  for (const Province& province : provinces()) {
    for (const std::string& domain : province.domains) {
      EXPECT_TRUE(domains.insert(domain).second) << domain;
    }
    EXPECT_TRUE(names.insert(province.name).second) << province.name;
    for (const auto* aliases : {&province.aliases, &province.weak_aliases}) {
      for (const std::string& alias : *aliases) {
        EXPECT_TRUE(names.insert(alias).second) << alias;
      }
    }
  }
}

TEST(Gazetteer, IsWrittenInOneSpelling) {
  const auto expect_normal = [](const std::string& text) {
    EXPECT_EQ(normalized(text), text) << text;
    EXPECT_TRUE(text.empty() || (text.front() != ' ' && text.back() != ' ')) << text;
  };
  for (const Province& province : provinces()) {
    expect_normal(province.name);
    std::for_each(province.aliases.begin(), province.aliases.end(), expect_normal);
  }
  for (const District& district : districts()) {
    expect_normal(district.name);
    std::for_each(district.spellings.begin(), district.spellings.end(), expect_normal);
  }
  for (const DocumentType& type : document_types()) {
    expect_normal(type.code);
    expect_normal(type.name);
  }
  for (const Issuer& issuer : issuers()) {
    expect_normal(issuer.code);
    expect_normal(issuer.name);
  }
  for (const LandmarkDocument& document : landmark_documents()) {
    expect_normal(document.number);
    expect_normal(document.title);
  }
}

TEST(Gazetteer, EverySuccessorIsAnIssuer) {
  std::set<std::string> codes;
  for (const Issuer& issuer : issuers()) {
    codes.insert(issuer.code);
  }
  for (const Issuer& issuer : issuers()) {
    EXPECT_TRUE(issuer.successor.empty() || codes.contains(issuer.successor)) << issuer.code;
    EXPECT_THAT(issuer.level, testing::AnyOf("central", "provincial", "district", "any"))
        << issuer.code;
  }
}

TEST(Gazetteer, KnowsTheFourPapersNumbered36) {
  std::vector<std::string> dates;
  for (const LandmarkDocument& document : landmark_documents()) {
    if (document.number == "36-NQ/TW") {
      dates.push_back(to_iso(document.date));
    }
  }
  EXPECT_THAT(
      dates, testing::UnorderedElementsAre("2004-03-26", "2014-07-01", "2018-10-22", "2023-01-30"));
}

TEST(Gazetteer, MarksAbbreviationsThatHaveTwoReadings) {
  for (const Abbreviation& abbreviation : abbreviations()) {
    EXPECT_FALSE(abbreviation.expansions.empty()) << abbreviation.abbreviation;
    EXPECT_TRUE(abbreviation.expansions.size() < 2 || abbreviation.ambiguous)
        << abbreviation.abbreviation;
  }
}

TEST(GazetteerRows, SkipsCommentsAndReadsTheDashAsNothing) {
  const auto rows = gazetteer_rows("t", "# one\ta\n\nHà Nội\t-\n", 2);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0][0], "Hà Nội");
  EXPECT_EQ(rows[0][1], "");
}

TEST(GazetteerRows, NamesTheLineWithTheWrongNumberOfCells) {
  try {
    gazetteer_rows("t.tsv", "a\tb\na\n", 2);
    FAIL() << "no exception";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "t.tsv: line 2 has 1 cells, not 2");
  }
}

TEST(GazetteerRows, ReadsListsDatesAndFlags) {
  EXPECT_THAT(cell_items("TP.HCM;TPHCM"), testing::ElementsAre("TP.HCM", "TPHCM"));
  EXPECT_TRUE(cell_items("").empty());
  EXPECT_EQ(cell_day("2008-08-01"),
            Day(std::chrono::year{2008}, std::chrono::August, std::chrono::day{1}));
  EXPECT_EQ(cell_day(""), std::nullopt);
  EXPECT_EQ(to_iso(cell_date("2007-08").value()), "2007-08");
  EXPECT_THROW(cell_day("2007-08"), std::runtime_error);
  EXPECT_THROW(cell_date("soon"), std::runtime_error);
  EXPECT_TRUE(cell_flag("yes"));
  EXPECT_FALSE(cell_flag("no"));
  EXPECT_THROW(cell_flag(""), std::runtime_error);
}

}  // namespace
}  // namespace tracuu
