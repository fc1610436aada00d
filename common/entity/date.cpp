#include "common/entity/date.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <system_error>

namespace tracuu {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr std::int32_t kHalfYear = 183;

Day make_day(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

std::string digits(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// Reads digits that fill all of `text`, between `low` and `high`.
std::optional<int> read_int(std::string_view text, std::size_t width, int low, int high) {
  int value = 0;
  if (text.size() != width) {
    return std::nullopt;
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < low || value > high ||
      text[0] == '-') {
    return std::nullopt;
  }
  return value;
}

std::optional<PartialDate> parse_month_and_day(std::string_view text) {
  const auto month = read_int(text.substr(0, 2), 2, 1, 12);
  const auto day = read_int(text.substr(3), 2, 1, 31);
  // 2000 is a leap year, so 29 February passes: some year has it.
  if (text[2] != '-' || !month || !day ||
      !make_day(2000, static_cast<unsigned>(*month), static_cast<unsigned>(*day)).ok()) {
    return std::nullopt;
  }
  return PartialDate{.precision = DatePrecision::kMonthAndDay,
                     .month = static_cast<std::uint8_t>(*month),
                     .day = static_cast<std::uint8_t>(*day)};
}

std::optional<PartialDate> parse_after_year(std::int16_t year, std::string_view rest) {
  PartialDate date{.precision = DatePrecision::kYear, .year = year};
  if (rest.empty()) {
    return date;
  }
  if (rest[0] == '/') {
    const auto end = read_int(rest.substr(1), 4, year, kLastYear);
    if (!end) {
      return std::nullopt;
    }
    date.precision = DatePrecision::kYearRange;
    date.end_year = static_cast<std::int16_t>(*end);
    return date;
  }
  if (rest.starts_with("-Q")) {
    const auto quarter = read_int(rest.substr(2), 1, 1, 4);
    if (!quarter) {
      return std::nullopt;
    }
    date.precision = DatePrecision::kQuarter;
    date.quarter = static_cast<std::uint8_t>(*quarter);
    return date;
  }
  if (rest.size() != 3 && rest.size() != 6) {
    return std::nullopt;
  }
  const auto month = read_int(rest.substr(1, 2), 2, 1, 12);
  if (rest[0] != '-' || !month) {
    return std::nullopt;
  }
  date.precision = DatePrecision::kMonth;
  date.month = static_cast<std::uint8_t>(*month);
  if (rest.size() == 3) {
    return date;
  }
  const auto day = read_int(rest.substr(4), 2, 1, 31);
  if (rest[3] != '-' || !day || !make_day(year, date.month, static_cast<unsigned>(*day)).ok()) {
    return std::nullopt;
  }
  date.precision = DatePrecision::kDay;
  date.day = static_cast<std::uint8_t>(*day);
  return date;
}

}  // namespace

std::int32_t day_number(Day day) {
  return static_cast<std::int32_t>(std::chrono::sys_days(day).time_since_epoch().count());
}

Day day_of_number(std::int32_t number) {
  return Day{std::chrono::sys_days{std::chrono::days{number}}};
}

PartialDate PartialDate::of(Day day) {
  return {.precision = DatePrecision::kDay,
          .year = static_cast<std::int16_t>(static_cast<int>(day.year())),
          .month = static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          .day = static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

std::optional<Day> PartialDate::as_day() const {
  if (precision != DatePrecision::kDay) {
    return std::nullopt;
  }
  return make_day(year, month, day);
}

std::optional<std::pair<Day, Day>> PartialDate::days() const {
  const auto last_of_month = [](int in_year, unsigned in_month) {
    return Day{std::chrono::year{in_year} / std::chrono::month{in_month} / std::chrono::last};
  };
  switch (precision) {
    case DatePrecision::kDay:
      return std::pair{make_day(year, month, day), make_day(year, month, day)};
    case DatePrecision::kMonth:
      return std::pair{make_day(year, month, 1), last_of_month(year, month)};
    case DatePrecision::kQuarter: {
      const unsigned first_month = quarter * 3U - 2U;
      return std::pair{make_day(year, first_month, 1), last_of_month(year, first_month + 2)};
    }
    case DatePrecision::kYear:
      return std::pair{make_day(year, 1, 1), make_day(year, 12, 31)};
    case DatePrecision::kYearRange:
      return std::pair{make_day(year, 1, 1), make_day(end_year, 12, 31)};
    case DatePrecision::kMonthAndDay:
      break;
  }
  return std::nullopt;
}

std::string to_iso(const PartialDate& date) {
  std::string year = digits(date.year, 4);
  switch (date.precision) {
    case DatePrecision::kDay:
      return year + "-" + digits(date.month, 2) + "-" + digits(date.day, 2);
    case DatePrecision::kMonth:
      return year + "-" + digits(date.month, 2);
    case DatePrecision::kQuarter:
      return year + "-Q" + digits(date.quarter, 1);
    case DatePrecision::kYear:
      return year;
    case DatePrecision::kYearRange:
      return year + "/" + digits(date.end_year, 4);
    case DatePrecision::kMonthAndDay:
      return "--" + digits(date.month, 2) + "-" + digits(date.day, 2);
  }
  return {};
}

std::optional<PartialDate> parse_iso(std::string_view iso) {
  if (iso.size() == 7 && iso.starts_with("--")) {
    return parse_month_and_day(iso.substr(2));
  }
  if (iso.size() < 4) {
    return std::nullopt;
  }
  const auto year = read_int(iso.substr(0, 4), 4, kFirstYear, kLastYear);
  if (!year) {
    return std::nullopt;
  }
  return parse_after_year(static_cast<std::int16_t>(*year), iso.substr(4));
}

std::string_view name_of(DateRole role) {
  constexpr std::array<std::string_view, 4> kNames = {"published", "event", "issued", "target"};
  return kNames[static_cast<std::size_t>(role)];
}

std::string_view name_of(DatePrecision precision) {
  constexpr std::array<std::string_view, 6> kNames = {"day",  "month", "quarter",
                                                      "year", "range", "month-day"};
  return kNames[static_cast<std::size_t>(precision)];
}

namespace {

/// A term that is not kept yet lies ahead: one just over counts as near, one long over as no term.
std::int32_t distance_to_term(std::int32_t days_ahead) {
  return days_ahead >= 0 ? days_ahead / 2 : -2 * days_ahead;
}

}  // namespace

void infer_years(std::vector<DateMention>& mentions, Day published) {
  const int published_year = static_cast<int>(published.year());
  const std::int32_t published_number = day_number(published);
  for (DateMention& mention : mentions) {
    if (mention.date.precision != DatePrecision::kMonthAndDay) {
      continue;
    }
    std::int32_t nearest = kHalfYear + 1;
    for (int year = published_year - 1; year <= published_year + 1; ++year) {
      const Day day = make_day(year, mention.date.month, mention.date.day);
      std::int32_t distance = day.ok() ? std::abs(day_number(day) - published_number) : INT32_MAX;
      if (mention.role == DateRole::kTarget && day.ok()) {
        distance = distance_to_term(day_number(day) - published_number);
      }
      if (distance < nearest) {
        nearest = distance;
        mention.date = PartialDate::of(day);
        mention.year_inferred = true;
      }
    }
  }
}

}  // namespace tracuu
