#include "indexer/date_line.h"
#include "indexer/date_stamp.h"

#include <gtest/gtest.h>

#include <string>

#include "common/text/normalize.h"
#include "indexer/date_field.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string iso(Day day) {
  return to_iso(PartialDate::of(day));
}

std::string_view label_name(DateLabel label) {
  switch (label) {
    case DateLabel::kFirst:
      return "first";
    case DateLabel::kPlain:
      return "plain";
    case DateLabel::kUpdate:
      return "update";
  }
  return "?";
}

std::string features_of(const DateLine& line) {
  std::string features;
  const auto add = [&](const std::string& feature) {
    features += (features.empty() ? "" : ",") + feature;
  };
  if (line.best().has_time && !line.clock) {
    add("time");
  }
  if (line.clock) {
    add("clock");
  }
  if (line.signing) {
    add("signing");
  }
  if (!line.person.empty()) {
    add("person=" + line.person);
  }
  return features;
}

TEST(DateLine, ReadsTheDatesOfPortals) {
  for (const TableRow& row : read_table("page_date_lines.tsv")) {
    const auto line = read_date_line(normalized(row[0]));
    ASSERT_EQ(line.has_value(), !row[1].empty()) << row;
    if (line) {
      EXPECT_EQ(iso(line->best().day), row[1]) << row;
      EXPECT_EQ(label_name(line->best().label), row[2]) << row;
      EXPECT_EQ(features_of(*line), row[3]) << row;
    }
  }
}

TEST(DateLine, ReadsMonthFirstOnAnAmericanPage) {
  const auto line = read_date_line("8/5/2007 3:05:12 PM", true);
  ASSERT_TRUE(line);
  EXPECT_EQ(iso(line->best().day), "2007-08-05");
  const auto without_pm = read_date_line("8/5/2007 15:05:12", true);
  ASSERT_TRUE(without_pm);
  EXPECT_EQ(iso(without_pm->best().day), "2007-05-08");
}

TEST(DateLine, ProvesTheAmericanOrderByADayOverTwelveOrMissingZeros) {
  EXPECT_TRUE(is_american_date("8/14/2007 3:05:12 PM"));
  EXPECT_TRUE(is_american_date("8/5/2007 3:05:12 PM"));
  EXPECT_FALSE(is_american_date("08/05/2007 03:05:12 PM"));
  EXPECT_FALSE(is_american_date("14/8/2007 3:05:12 PM"));
  EXPECT_FALSE(is_american_date("8/14/2007 15:05"));
}

TEST(DateLine, TellsATitleFromTheDateBehindIt) {
  const std::string title = "Nhận thức đi trước, người dân là trung tâm (08/06/2020)";
  const auto dated = read_dated_title(title);
  ASSERT_TRUE(dated);
  EXPECT_EQ(title.substr(0, dated->title_bytes), "Nhận thức đi trước, người dân là trung tâm");
  EXPECT_EQ(iso(dated->stamp.day), "2020-06-08");
  EXPECT_TRUE(read_dated_title("Bình An họp bàn chữ ký số - 05/09/2013 08:15"));
  EXPECT_FALSE(read_dated_title("Lịch công tác từ 01/05/2019 - 07/05/2019"));
  EXPECT_FALSE(read_dated_title("Hội nghị trực tuyến toàn quốc (khóa XI)"));
  EXPECT_FALSE(read_dated_title("(08/06/2020)"));
}

TEST(DateField, ReadsIsoCompactAndVietnameseForms) {
  const auto read = [](std::string_view field) {
    const auto date = read_date_field(field);
    return date ? to_iso(*date) : std::string();
  };
  EXPECT_EQ(read("2018-05-15"), "2018-05-15");
  EXPECT_EQ(read(" 20180515 "), "2018-05-15");
  EXPECT_EQ(read("2018-05"), "2018-05");
  EXPECT_EQ(read("2018"), "2018");
  EXPECT_EQ(read("2018-05-15T07:30:00+07:00"), "2018-05-15");
  EXPECT_EQ(read("2018-05-15T20:30:00Z"), "2018-05-16");
  EXPECT_EQ(read("2018-05-15 07:30:00"), "2018-05-15");
  EXPECT_EQ(read("15/05/2018"), "2018-05-15");
  EXPECT_EQ(read("20181315"), "");
  EXPECT_EQ(read("2018-02-30"), "");
  EXPECT_EQ(read("hôm qua"), "");
  EXPECT_EQ(read("  "), "");
}

TEST(DateLine, ReadsOnPastTheEndOfNothing) {
  for (const TableRow& row : read_table("page_date_lines.tsv")) {
    const std::string line = normalized(row[0]);
    for (std::size_t end = 0; end < line.size(); ++end) {
      if ((static_cast<unsigned char>(line[end]) & 0xC0) != 0x80) {
        const ExactText cut(std::string_view(line).substr(0, end));
        const auto read = read_date_line(cut);
        EXPECT_TRUE(!read || !read->stamps.empty()) << row;
      }
    }
  }
}

}  // namespace
}  // namespace tracuu
