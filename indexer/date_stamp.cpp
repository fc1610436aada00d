#include "indexer/date_stamp.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <system_error>

namespace tracuu {
namespace {

constexpr std::size_t kMaxDateLineBytes = 320;
constexpr int kVietnamMinutes = 7 * 60;
constexpr int kDayMinutes = 24 * 60;

/// Reads `digits` digits at `at`; nothing when there are fewer.
std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  if (at + digits > text.size()) {
    return std::nullopt;
  }
  const char* begin = text.data() + at;
  const auto [end, error] = std::from_chars(begin, begin + digits, value);
  return error == std::errc() && end == begin + digits && *begin != '-' ? std::optional(value)
                                                                        : std::nullopt;
}

char char_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

/// Reads "+07:00", "-0330" or "Z" at `at`, in minutes east of Greenwich; moves `at` behind it.
std::optional<int> read_zone(std::string_view text, std::size_t& at) {
  if (char_at(text, at) == 'Z') {
    ++at;
    return 0;
  }
  if (char_at(text, at) != '+' && char_at(text, at) != '-') {
    return std::nullopt;
  }
  const int sign = text[at] == '-' ? -1 : 1;
  const auto hours = digits_at(text, at + 1, 2);
  const std::size_t minutes_at = at + (char_at(text, at + 3) == ':' ? 4 : 3);
  const auto minutes = digits_at(text, minutes_at, 2);
  if (!hours) {
    return std::nullopt;
  }
  at = minutes ? minutes_at + 2 : at + 3;
  return sign * (*hours * 60 + minutes.value_or(0));
}

/// Reads the "T07:45:00.000+07:00" of an ISO stamp whose day ends at `stamp.span.end`.
void read_iso_time(std::string_view text, StampMention& stamp) {
  const std::size_t day_end = stamp.span.end;
  std::size_t at = day_end;
  const auto hour = digits_at(text, at + 1, 2);
  if ((char_at(text, at) != 'T' && char_at(text, at) != ' ') || !hour || *hour > 24 ||
      char_at(text, at + 3) != ':') {
    return;
  }
  const int minute = digits_at(text, at + 4, 2).value_or(0);
  at += 6;
  while (at < text.size() &&
         ((text[at] >= '0' && text[at] <= '9') || text[at] == ':' || text[at] == '.')) {
    ++at;
  }
  stamp.has_time = true;
  if (const auto zone = read_zone(text, at)) {
    const int local = *hour * 60 + minute - *zone + kVietnamMinutes;
    const int shift = local < 0 ? -1 : local / kDayMinutes;
    stamp.day = day_of_number(day_number(stamp.day) + shift);
  }
  stamp.span.end = static_cast<std::uint32_t>(std::min(at, text.size()));
}

bool is_iso_day(std::string_view text, Span span) {
  const std::string_view day = span.size() >= 10 ? text.substr(span.begin, 10) : std::string_view();
  return day.size() == 10 && day[4] == '-' && day[7] == '-' && digits_at(day, 0, 4).has_value();
}

int number_of(const TokenizedText& line, std::size_t index) {
  const std::string_view text = line.text_of(index);
  return text.size() > 4 ? 0 : std::atoi(std::string(text).c_str());
}

/// Reads month/day/year at token `i` with AM or PM among the next tokens.
std::optional<StampMention> read_american(const TokenizedText& line, std::size_t i, bool american) {
  const auto& tokens = line.tokens;
  if (i + 4 >= tokens.size() || line.gap_after(i) != "/" || line.gap_after(i + 1) != "/" ||
      tokens[i + 2].span.size() != 4) {
    return std::nullopt;
  }
  std::size_t end = i + 3;
  while (end < tokens.size() && end < i + 7 && tokens[end].kind == Token::Kind::kNumber) {
    ++end;
  }
  // "3:05PM" is one mixed token less: the letter P stays with its digit in some spellings.
  if (end == tokens.size() || end == i + 3 ||
      (tokens[end].folded != "am" && tokens[end].folded != "pm")) {
    return std::nullopt;
  }
  // Content systems left in English print neither zeros in front nor a time without seconds; the
  // Vietnamese setting prints SA and CH in place of AM and PM.
  const bool seconds = end == i + 6;
  const bool unpadded = tokens[i].span.size() == 1 || tokens[i + 1].span.size() == 1;
  const bool padded = line.text_of(i).starts_with('0') || line.text_of(i + 1).starts_with('0') ||
                      line.text_of(i + 3).starts_with('0');
  american = american || (seconds && unpadded && !padded);
  const int second = number_of(line, i + 1);
  const auto day = std::chrono::year(number_of(line, i + 2)) /
                   std::chrono::month(static_cast<unsigned>(number_of(line, i))) /
                   std::chrono::day(static_cast<unsigned>(second));
  if (!day.ok() || (second <= 12 && !american)) {
    return std::nullopt;
  }
  return StampMention{day, {tokens[i].span.begin, tokens[end].span.end}, true};
}

constexpr std::string_view kMonthNames[] = {"january",   "february", "march",    "april",
                                            "may",       "june",     "july",     "august",
                                            "september", "october",  "november", "december"};
constexpr std::string_view kMonthWords[] = {"mot", "hai", "ba",  "tu",   "nam",
                                            "sau", "bay", "tam", "chin", "muoi"};

/// A month that was read, and the token behind it.
struct MonthWord {
  unsigned month = 0;
  std::size_t next = 0;
};

/// Reads "Tháng 9", "Tháng Chín", "Tháng Mười Hai", "September" or "Sep" at token `i`.
std::optional<MonthWord> read_month(const TokenizedText& line, std::size_t i) {
  const auto& tokens = line.tokens;
  if (i >= tokens.size()) {
    return std::nullopt;
  }
  const std::string& word = tokens[i].folded;
  for (unsigned month = 0; month < 12; ++month) {
    if (word == kMonthNames[month] || (word.size() == 3 && kMonthNames[month].starts_with(word))) {
      return MonthWord{month + 1, i + 1};
    }
  }
  if (word != "thang" || i + 1 >= tokens.size()) {
    return std::nullopt;
  }
  if (tokens[i + 1].kind == Token::Kind::kNumber) {
    return MonthWord{static_cast<unsigned>(number_of(line, i + 1)), i + 2};
  }
  const auto* named =
      std::find(std::begin(kMonthWords), std::end(kMonthWords), tokens[i + 1].folded);
  if (named == std::end(kMonthWords)) {
    return std::nullopt;
  }
  const auto month = static_cast<unsigned>(named - std::begin(kMonthWords)) + 1;
  const std::string_view unit = i + 2 < tokens.size() ? std::string_view(tokens[i + 2].folded) : "";
  if (month == 10 && (unit == "mot" || unit == "hai")) {
    return MonthWord{unit == "mot" ? 11U : 12U, i + 3};
  }
  return MonthWord{month, i + 2};
}

/// Reads the dates that content systems print, at token `i`: "05 Tháng 9 2013", "Tháng Chín 5,
/// 2013", "5 Tháng Chín, 2013", "September 5, 2013", "05 Sep 2013".
std::optional<StampMention> read_named_month(const TokenizedText& line, std::size_t i) {
  const auto& tokens = line.tokens;
  const bool day_first = tokens[i].kind == Token::Kind::kNumber;
  const auto month = read_month(line, day_first ? i + 1 : i);
  if (!month) {
    return std::nullopt;
  }
  const std::size_t day_at = day_first ? i : month->next;
  const std::size_t behind = day_first ? month->next : month->next + 1;
  const std::size_t year_at = behind + (behind < tokens.size() && tokens[behind].folded == "nam");
  if (year_at >= tokens.size() || tokens[year_at].kind != Token::Kind::kNumber ||
      tokens[year_at].span.size() != 4) {
    return std::nullopt;
  }
  const auto day = std::chrono::year(number_of(line, year_at)) / std::chrono::month(month->month) /
                   std::chrono::day(static_cast<unsigned>(number_of(line, day_at)));
  if (!day.ok() || static_cast<int>(day.year()) < 1900) {
    return std::nullopt;
  }
  return StampMention{day, {tokens[i].span.begin, tokens[year_at].span.end}, false};
}

/// Reads a day with a year of two digits, "05/09/13": of this century.
std::optional<StampMention> read_short_year(const TokenizedText& line, std::size_t i) {
  const auto& tokens = line.tokens;
  if (i + 2 >= tokens.size() || line.gap_after(i) != "/" || line.gap_after(i + 1) != "/" ||
      tokens[i + 2].span.size() != 2 || line.gap_after(i + 2).starts_with('/') ||
      (i > 0 && line.gap_after(i - 1).ends_with('/'))) {
    return std::nullopt;
  }
  const auto day = std::chrono::year(2000 + number_of(line, i + 2)) /
                   std::chrono::month(static_cast<unsigned>(number_of(line, i + 1))) /
                   std::chrono::day(static_cast<unsigned>(number_of(line, i)));
  if (!day.ok() || tokens[i + 2].kind != Token::Kind::kNumber) {
    return std::nullopt;
  }
  return StampMention{day, {tokens[i].span.begin, tokens[i + 2].span.end}, false};
}

bool overlaps_any(const std::vector<StampMention>& stamps, Span span) {
  return std::any_of(stamps.begin(), stamps.end(),
                     [&](const StampMention& stamp) { return stamp.span.overlaps(span); });
}

}  // namespace

std::vector<StampMention> find_stamps(const TokenizedText& line, bool american) {
  std::vector<StampMention> stamps;
  const auto add = [&](const std::optional<StampMention>& stamp) {
    if (stamp && !overlaps_any(stamps, stamp->span)) {
      stamps.push_back(*stamp);
    }
  };
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    add(read_american(line, i, american));
    add(read_named_month(line, i));
  }
  for (const DateMention& mention : find_dates(line)) {
    const auto day = mention.date.as_day();
    if (!day) {
      continue;
    }
    StampMention stamp{*day, mention.span, false};
    if (is_iso_day(line.normalized, mention.span)) {
      stamp.span.end = stamp.span.begin + 10;
      read_iso_time(line.normalized, stamp);
    }
    stamp.span.end = std::max(stamp.span.end, mention.span.end);
    add(stamp);
  }
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    add(read_short_year(line, i));
  }
  std::sort(stamps.begin(), stamps.end(),
            [](const StampMention& a, const StampMention& b) { return a.span < b.span; });
  return stamps;
}

bool is_american_date(std::string_view normalized) {
  if (normalized.size() > kMaxDateLineBytes) {
    return false;
  }
  const auto has = [&](std::string_view part) {
    return normalized.find(part) != std::string_view::npos;
  };
  if (!has("/") || !(has("AM") || has("PM") || has("am") || has("pm") || has("Am") || has("Pm"))) {
    return false;
  }
  const TokenizedText line = tokenized(normalized);
  const auto stamps = find_stamps(line, false);
  return std::any_of(stamps.begin(), stamps.end(), [&](const StampMention& stamp) {
    return stamp.has_time && slice(normalized, stamp.span).find('/') != std::string_view::npos;
  });
}

}  // namespace tracuu
