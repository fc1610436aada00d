#include "common/index/schema.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/sample_article.h"

namespace tracuu {
namespace {

TEST(Schema, FieldsAreFoundByName) {
  for (const Field& row : kFields) {
    EXPECT_EQ(field_named(row.name), row.id) << row.name;
  }
  EXPECT_EQ(field_named("provinc"), std::nullopt);
}

TEST(Schema, NoPrefixStartsAnotherOne) {
  std::set<std::string_view> prefixes{kIdPrefix, kDocumentClassPrefix, kDayPrefix};
  for (const Field& row : kFields) {
    prefixes.insert(row.term_prefix);
  }
  for (const auto prefix : prefixes) {
    for (const auto other : prefixes) {
      EXPECT_TRUE(prefix == other || !other.starts_with(prefix)) << prefix << ' ' << other;
    }
  }
}

TEST(Schema, ShortTermsAreThePrefixAndTheValue) {
  EXPECT_EQ(term_of("XD:", "36-NQ/TW"), "XD:36-NQ/TW");
  EXPECT_EQ(filter_term(FieldId::kProvince, "Hải Phòng"), "XP:Hải Phòng");
}

TEST(Schema, OfficialsMeetUnderEverySpellingOfTheirName) {
  EXPECT_EQ(filter_term(FieldId::kOfficial, "Nguyễn Hòa"),
            filter_term(FieldId::kOfficial, "nguyễn hoà"));
  EXPECT_NE(filter_term(FieldId::kOfficial, "Nguyễn Hòa"),
            filter_term(FieldId::kOfficial, "Nguyễn Hoa"));
}

TEST(Schema, LongTermsFitAndStayDistinct) {
  std::string value;
  while (value.size() < 1000) {
    value += "đ";
  }
  const std::string first = term_of("XS:", value + "1");
  const std::string second = term_of("XS:", value + "2");
  EXPECT_LE(first.size(), 245U);
  EXPECT_NE(first, second);
  EXPECT_EQ(first.substr(0, 200), second.substr(0, 200));
}

TEST(Schema, LongTermsWithZerosCountThemTwice) {
  const std::string term = term_of("Q", std::string(400, '\0'));
  EXPECT_LE(term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0')),
            245U);
}

TEST(Schema, PackedValuesComeBack) {
  const std::vector<std::string> values{"Hải Phòng", "", std::string("a\0b", 3)};
  const std::string packed = pack_values(values);
  const auto unpacked = unpack_values(packed);
  EXPECT_EQ(std::vector<std::string>(unpacked.begin(), unpacked.end()), values);
  EXPECT_TRUE(unpack_values("").empty());
  EXPECT_TRUE(unpack_values("\x09"
                            "ab")
                  .empty());
}

TEST(Schema, PackedDaysSortAsDays) {
  const Day early = day_of("1999-12-31");
  const Day late = day_of("2000-01-01");
  EXPECT_LT(pack_day(early), pack_day(late));
  EXPECT_LT(pack_day(late), pack_day(kLastDay));
  EXPECT_EQ(pack_day(kFirstDay), std::string(4, '\0'));
}

TEST(Schema, NewerDaysHaveLowerDocids) {
  EXPECT_EQ(first_docid_of(kLastDay), 1U);
  EXPECT_EQ(first_docid_of(day_of("2018-05-14")),
            first_docid_of(day_of("2018-05-15")) + kSlotsPerDay);
  EXPECT_GT(first_undated_docid(), first_docid_of(kFirstDay) + kSlotsPerDay - 1);
}

TEST(Schema, ARangeOfDaysIsARangeOfDocids) {
  const DocidRange range = docids_between(day_of("2018-05-14"), day_of("2018-05-15"));
  EXPECT_EQ(range.first, first_docid_of(day_of("2018-05-15")));
  EXPECT_EQ(range.last, first_docid_of(day_of("2018-05-14")) + kSlotsPerDay - 1);
}

TEST(Schema, ARangeOutsideTheCalendarIsCutOrEmpty) {
  const DocidRange all = docids_between(day_of("1900-01-01"), day_of("2100-12-31"));
  EXPECT_EQ(all.first, 1U);
  EXPECT_EQ(all.last, first_undated_docid() - 1);
  const DocidRange none = docids_between(day_of("1900-01-01"), day_of("1901-01-01"));
  EXPECT_GT(none.first, none.last);
}

}  // namespace
}  // namespace tracuu
