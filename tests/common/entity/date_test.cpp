#include "common/entity/date.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/table.h"

namespace tracuu {
namespace {

/// "2013-09-05; 2020!": dates in order, targets marked.
std::string printed(const std::vector<DateMention>& mentions) {
  std::string line;
  for (const DateMention& mention : mentions) {
    line += line.empty() ? "" : "; ";
    line += to_iso(mention.date);
    line += mention.role == DateRole::kTarget ? "!" : "";
  }
  return line;
}

Day day(int year, unsigned month, unsigned of_month) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month};
}

TEST(Date, FindsTheDatesOfEveryRowInTheTable) {
  for (const TableRow& row : read_table("dates.tsv")) {
    const ExactText text(row[0]);
    EXPECT_EQ(printed(find_dates(tokenized(text))), row[1]) << row << ": " << row[2];
  }
}

TEST(Date, MarksWhatIsWrittenOfADateAndWhatItIs) {
  for (const TableRow& row : read_table("date_spans.tsv")) {
    const ExactText text(row[0]);
    const auto mentions = find_dates(tokenized(text));
    ASSERT_FALSE(mentions.empty()) << row;
    EXPECT_EQ(slice(text, mentions[0].span), row[1]) << row << ": " << row[4];
    EXPECT_EQ(name_of(mentions[0].role), row[2]) << row << ": " << row[4];
    EXPECT_EQ(name_of(mentions[0].date.precision), row[3]) << row << ": " << row[4];
  }
}

TEST(Date, ReadsBackTheIsoFormItPrintsAndNothingElse) {
  for (const TableRow& row : read_table("date_iso.tsv")) {
    const ExactText text(row[0]);
    const auto date = parse_iso(text);
    EXPECT_EQ(date.has_value(), row[1] == "yes") << row << ": " << row[2];
    if (date) {
      EXPECT_EQ(to_iso(*date), row[0]) << row;
    }
  }
}

TEST(Date, InfersTheYearNearestToThePublication) {
  for (const TableRow& row : read_table("date_years.tsv")) {
    const ExactText text(row[1]);
    auto mentions = find_dates(tokenized(text));
    const auto published = parse_iso(row[0]);
    ASSERT_TRUE(published && !mentions.empty()) << row;
    const bool open = mentions[0].date.precision == DatePrecision::kMonthAndDay;
    infer_years(mentions, *published->as_day());
    EXPECT_EQ(to_iso(mentions[0].date), row[2]) << row << ": " << row[3];
    EXPECT_EQ(mentions[0].year_inferred, open && mentions[0].date.year != 0) << row;
  }
}

TEST(Date, CountsDaysFromTheEpochAndBack) {
  EXPECT_EQ(day_number(day(1970, 1, 1)), 0);
  EXPECT_EQ(day_number(day(1969, 12, 31)), -1);
  EXPECT_EQ(day_number(day(2013, 9, 5)), 15953);
  for (const std::int32_t number : {-25567, -1, 0, 1, 11016, 47846}) {
    EXPECT_EQ(day_number(day_of_number(number)), number);
  }
}

TEST(Date, KnowsTheFirstAndTheLastDayItCovers) {
  const auto covered = [](std::string_view iso) {
    const auto days = parse_iso(iso)->days();
    return days
               ? to_iso(PartialDate::of(days->first)) + ".." + to_iso(PartialDate::of(days->second))
               : std::string("nothing");
  };
  EXPECT_EQ(covered("2018-05-15"), "2018-05-15..2018-05-15");
  EXPECT_EQ(covered("2020-02"), "2020-02-01..2020-02-29");
  EXPECT_EQ(covered("2013-Q3"), "2013-07-01..2013-09-30");
  EXPECT_EQ(covered("2013-Q4"), "2013-10-01..2013-12-31");
  EXPECT_EQ(covered("2020"), "2020-01-01..2020-12-31");
  EXPECT_EQ(covered("2016/2020"), "2016-01-01..2020-12-31");
  EXPECT_EQ(covered("--01-15"), "nothing");
}

TEST(Date, IsADayOnlyWhenItIsExactToTheDay) {
  EXPECT_EQ(parse_iso("2018-05-15")->as_day(), day(2018, 5, 15));
  EXPECT_EQ(parse_iso("2018-05")->as_day(), std::nullopt);
  EXPECT_EQ(parse_iso("--05-15")->as_day(), std::nullopt);
  EXPECT_EQ(PartialDate::of(day(2018, 5, 15)), *parse_iso("2018-05-15"));
}

TEST(Date, NamesRolesAndPrecisionsAsReportsPrintThem) {
  EXPECT_EQ(name_of(DateRole::kPublished), "published");
  EXPECT_EQ(name_of(DateRole::kIssued), "issued");
  EXPECT_EQ(name_of(DatePrecision::kYearRange), "range");
  EXPECT_EQ(name_of(DatePrecision::kMonthAndDay), "month-day");
}

TEST(Date, ReturnsMentionsInOrderWithoutOverlaps) {
  const std::string text =
      "Ngày 3 và 4/9/2013, tháng 10 và 12/2011, giai đoạn từ năm 2016 đến năm 2020, quý I/2017, "
      "năm 2015, 2016, từ 28/6-1/7/2018";
  const auto mentions = find_dates(tokenized(text));
  ASSERT_EQ(mentions.size(), 10U);
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    EXPECT_LE(mentions[i - 1].span.end, mentions[i].span.begin);
  }
}

/// Quadratic work on these would take minutes, so that the suite's time limit speaks.
TEST(Date, StaysLinearOnHostileText) {
  constexpr std::size_t kBytes = 1 << 20;
  for (const std::string_view piece :
       {"1/", "1-", "1.", "7", "ngày 1, ", "ngày 3 và ", "tháng ", "quý I và ", "năm 2016 đến ",
        "1 ", "ngày\n", "từ 1-1/1-", "12/2018/", "thứ "}) {
    std::string text;
    while (text.size() < kBytes) {
      text += piece;
    }
    const auto mentions = find_dates(tokenized(text));
    EXPECT_LE(mentions.size(), text.size() / 5) << piece;
  }
}

}  // namespace
}  // namespace tracuu
