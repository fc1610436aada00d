#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokens.h"

namespace tracuu {

/// A calendar day of the Gregorian calendar, valid by construction where we hand it out.
using Day = std::chrono::year_month_day;

/// Days since 1970-01-01; negative before.
std::int32_t day_number(Day day);
Day day_of_number(std::int32_t number);

/// How exactly a date is known.
enum class DatePrecision : std::uint8_t {
  kDay,          ///< 2018-05-15
  kMonth,        ///< 2013-09
  kQuarter,      ///< 2013-Q3
  kYear,         ///< 2020
  kYearRange,    ///< 2016/2020, both ends included
  kMonthAndDay,  ///< --01-15: the year is not written and not known
};

/// What a date is the date of.
enum class DateRole : std::uint8_t {
  kPublished,  ///< of this page
  kEvent,      ///< of something that happened or will happen
  kIssued,     ///< of a document named beside it
  kTarget,     ///< a goal: "đến năm 2020", "giai đoạn 2016-2020"
};

/// A date as exactly as it was written. Fields that the precision does not name are 0.
struct PartialDate {
  DatePrecision precision = DatePrecision::kDay;
  std::int16_t year = 0;
  std::int16_t end_year = 0;  ///< of a range
  std::uint8_t quarter = 0;   ///< 1..4
  std::uint8_t month = 0;     ///< 1..12
  std::uint8_t day = 0;       ///< 1..31

  static PartialDate of(Day day);
  /// The day, when the precision is kDay.
  std::optional<Day> as_day() const;
  /// First and last day covered; nothing when the year is unknown.
  std::optional<std::pair<Day, Day>> days() const;
  bool operator==(const PartialDate&) const = default;
};

/// Prints ISO 8601, extended for quarters: "2018-05-15", "2013-09", "2013-Q3", "2020", "2016/2020",
/// "--01-15".
std::string to_iso(const PartialDate& date);

/// Reads what to_iso prints. Anything else, impossible days and years outside 1900..2100 included,
/// is nothing.
std::optional<PartialDate> parse_iso(std::string_view iso);

/// The names used in reports and answers: "published", "event", "issued", "target".
std::string_view name_of(DateRole role);
/// "day", "month", "quarter", "year", "range", "month-day".
std::string_view name_of(DatePrecision precision);

/// One date in a text.
struct DateMention {
  Span span;  ///< the date itself, "ngày"/"tháng"/"năm" in front of its digits included
  PartialDate date;
  DateRole role = DateRole::kEvent;
  bool year_inferred = false;  ///< the year is not written; it came from the publication date

  bool operator==(const DateMention&) const = default;
};

/// Finds the dates of a text in order, without overlaps: "05/09/2013", "2.7.2010", "03-04-2012",
/// "15/5", "ngày 21 tháng 09 năm 2025", "tháng 9/2013", "quý III/2013", "năm 2020",
/// "giai đoạn 2016-2020", "mùng 2/9", "2022-11-03T07:45". Day before month, always. Impossible
/// dates, ratios ("27/27 huyện", "9.690/10.599"), rates ("17 thuê bao/100 dân"), "24/7", "10/10
/// hằng năm", street names ("đường 30/4") and document numbers are not dates. A date after "đến
/// năm", "giai đoạn", "định hướng đến" is a kTarget. Roles kIssued and kPublished are set by who
/// knows (document_number, the article parser). Years are never guessed here.
std::vector<DateMention> find_dates(const TokenizedText& text);

/// Gives mentions without a year ("Chiều 3/9") the year that puts them nearest to `published`, half
/// a year off at most, flagged year_inferred; a term to be kept (kTarget) rather lies a year ahead.
void infer_years(std::vector<DateMention>& mentions, Day published);

}  // namespace tracuu
