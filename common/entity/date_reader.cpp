#include "common/entity/date_reader.h"

namespace tracuu {
namespace {

using Strength = DateCue::Strength;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

bool is_day(const NumberRun::Number& number) {
  return number.digits <= 2 && number.value >= 1 && number.value <= 31;
}

bool is_month(const NumberRun::Number& number) {
  return number.digits <= 2 && number.value >= 1 && number.value <= 12;
}

bool is_year(const NumberRun::Number& number) {
  return number.digits == 4 && number.value >= kFirstYear && number.value <= kLastYear;
}

/// Decides whether "2/9" is a day or a fraction, a ratio, a pair, a version.
bool is_day_and_month(const TokenizedText& text, const NumberRun::Number* numbers, std::size_t last,
                      const DateCue& cue) {
  if (is_yearly(text, last)) {
    return false;
  }
  const bool counted = counts_a_noun(text, last);
  const bool unit = counted && date_word(text.tokens[last + 1]) == DateWord::kUnit;
  const bool improper = numbers[0].value > numbers[1].value;
  if (numbers[0].mark != '/') {
    if (cue.strong_day()) {
      return !unit && !cue.every;
    }
    // A range counts upwards: "vào 15-11" can only be a day.
    const bool dashed = numbers[0].mark == '-' && numbers[0].value > 12;
    return dashed && (cue.in_brackets ? !counted : cue.word == DateWord::kNear && !unit);
  }
  if (cue.strong_day()) {
    return !(cue.every && unit);
  }
  if (cue.place || cue.word == DateWord::kPeriod || cue.word == DateWord::kOutlook) {
    return false;
  }
  if (numbers[0].value == 24 && numbers[1].value == 7) {
    return false;  // round the clock
  }
  return cue.strength == Strength::kWeak ? (improper && !unit) || !counted
                                         : numbers[0].value > 12 && !counted;
}

/// Reads "tháng 9", "tháng 9/2025", "tháng chín", with or without "năm 2025", behind a day.
bool read_month_behind(const TokenizedText& text, DateCandidate& candidate) {
  const std::size_t word = candidate.end;
  if (word + 1 >= text.tokens.size() || date_word(text.tokens[word]) != DateWord::kMonth ||
      !gap_behind(text, word - 1).bare() || !gap_behind(text, word).bare()) {
    return false;
  }
  if (text.tokens[word + 1].kind == Token::Kind::kNumber) {
    const NumberRun run = read_number_run(text, word + 1);
    if (!is_month(run.numbers[0])) {
      return false;
    }
    candidate.month = run.numbers[0].value;
    candidate.end = word + 2;
    if (run.count == 2 && is_year(run.numbers[1])) {
      candidate.year = run.numbers[1].value;
      candidate.end = word + 3;
    }
  } else if (const auto named = named_month_at(text, word + 1)) {
    candidate.month = named->value;
    candidate.end = word + 1 + named->token_count;
  } else {
    return false;
  }
  read_year_behind(text, candidate);
  return true;
}

std::optional<DateCandidate> read_year(const TokenizedText& text, const NumberRun::Number& number,
                                       DateCandidate candidate, const DateCue& cue) {
  const bool said = cue.unit == DateWord::kYear && cue.strength == Strength::kStrong;
  const bool counted = counts_a_noun(text, candidate.end - 1);
  const bool measured = counted && is_measure(text.tokens[candidate.end]);
  const bool named = cue.word == DateWord::kYear && !cue.every;
  // "đến 2020 nằm trong tốp đầu": a round thousand would rather be counted.
  const bool until = (cue.word == DateWord::kUntil || cue.word == DateWord::kFrom) &&
                     number.value % 100 != 0 && counted &&
                     date_word(text.tokens[candidate.end]) != DateWord::kUnit;
  if (!is_year(number) || measured || (counted && !named && !until) ||
      !(said || cue.strength == Strength::kWeak) || cue.in_brackets) {
    return std::nullopt;
  }
  candidate.year = number.value;
  candidate.is_year = true;
  candidate.role = role_of_year(text, candidate.first);
  return candidate;
}

/// A day whose month follows in words or at the end of the list, a month, or a year.
std::optional<DateCandidate> read_single(const TokenizedText& text, const NumberRun::Number& number,
                                         DateCandidate candidate, const DateCue& cue) {
  if (number.digits == 4) {
    return read_year(text, number, candidate, cue);
  }
  if (cue.unit == DateWord::kMonth && is_month(number)) {
    candidate.month = number.value;
    read_year_behind(text, candidate);
    return candidate;
  }
  if (!is_day(number) || cue.unit == DateWord::kYear) {
    return std::nullopt;
  }
  candidate.day = number.value;
  if (read_month_behind(text, candidate)) {
    return cue.strong_day() || candidate.year != 0 ? std::optional(candidate) : std::nullopt;
  }
  // Kept only if the list it opens ends in a month: mentions() drops it otherwise.
  return cue.strong_day() || cue.strength == Strength::kWeak ? std::optional(candidate)
                                                             : std::nullopt;
}

/// Day and month, month and year, or two years.
std::optional<DateCandidate> read_pair(const TokenizedText& text, const NumberRun::Number* numbers,
                                       DateCandidate candidate, const DateCue& cue) {
  const char mark = numbers[0].mark;
  if (is_year(numbers[0]) && is_year(numbers[1])) {
    const int span = numbers[1].value - numbers[0].value;
    const bool measured = candidate.end < text.tokens.size() &&
                          is_measure(text.tokens[candidate.end]) &&
                          gap_behind(text, candidate.end - 1).bare();
    if (span < 1 || span > 100 || measured || (mark != '-' && (mark != '/' || span != 1))) {
      return std::nullopt;
    }
    candidate.year = numbers[0].value;
    candidate.end_year = numbers[1].value;
    candidate.is_year = true;
    candidate.role = role_of_year(text, candidate.first);
    return candidate;
  }
  if (is_month(numbers[0]) && is_year(numbers[1])) {
    const bool said = cue.unit == DateWord::kMonth || (cue.strength == Strength::kWeak);
    candidate.month = numbers[0].value;
    candidate.year = numbers[1].value;
    return said || mark == '/' ? std::optional(candidate) : std::nullopt;
  }
  if (cue.unit == DateWord::kMonth || !is_day(numbers[0]) || !is_month(numbers[1]) ||
      !is_day_and_month(text, numbers, candidate.end - 1, cue)) {
    return std::nullopt;
  }
  candidate.day = numbers[0].value;
  candidate.month = numbers[1].value;
  read_year_behind(text, candidate);
  return candidate;
}

}  // namespace

int year_at(const TokenizedText& text, std::size_t index) {
  if (index >= text.tokens.size() || text.tokens[index].kind != Token::Kind::kNumber ||
      text.tokens[index].span.size() != 4) {
    return 0;
  }
  int year = 0;
  for (const char digit : text.text_of(index)) {
    year = year * 10 + (digit - '0');
  }
  return year >= kFirstYear && year <= kLastYear ? year : 0;
}

void read_year_behind(const TokenizedText& text, DateCandidate& candidate) {
  const std::size_t next = candidate.end;
  if (candidate.year != 0 || next >= text.tokens.size() ||
      date_word(text.tokens[next]) != DateWord::kYear || year_at(text, next + 1) == 0) {
    return;
  }
  const Gap gap = gap_behind(text, next - 1);
  if (!(gap.bare() || gap.is(',')) || !gap_behind(text, next).bare()) {
    return;
  }
  candidate.year = year_at(text, next + 1);
  candidate.end = next + 2;
}

RunPart next_part(const TokenizedText& text, const NumberRun& run, std::size_t begin) {
  bool other_marks = false;
  bool all_loose = true;
  for (std::size_t i = 0; i + 1 < run.count; ++i) {
    other_marks = other_marks || run.numbers[i].mark != '-';
    all_loose = all_loose && run.numbers[i].loose;
  }
  if (!other_marks && all_loose && run.count == 3 && is_year(run.numbers[2])) {
    return {.begin = begin, .end = run.count};
  }
  if (run.count == 2 && is_day(run.numbers[0]) && is_day(run.numbers[1]) && !other_marks &&
      run.end < text.tokens.size() && date_word(text.tokens[run.end]) == DateWord::kMonth) {
    return {.begin = begin, .end = begin + 1};
  }
  const bool years = run.count == 2 && is_year(run.numbers[0]) && is_year(run.numbers[1]);
  std::size_t end = begin + 1;
  while (end < run.count && !(end - begin == 3 && is_year(run.numbers[end - 1])) &&
         (years || run.numbers[end - 1].mark != '-' ||
          (!other_marks && !run.numbers[end - 1].loose))) {
    ++end;
  }
  return {.begin = begin, .end = end};
}

std::optional<DateCandidate> read_part(const TokenizedText& text, const NumberRun& run,
                                       RunPart part, const DateCue& cue) {
  const NumberRun::Number* numbers = &run.numbers[part.begin];
  DateCandidate candidate{.first = cue.first, .end = run.first + part.end};
  if (part.size() == 1) {
    return read_single(text, numbers[0], candidate, cue);
  }
  const char mark = numbers[0].mark;
  if (part.size() == 2) {
    return read_pair(text, numbers, candidate, cue);
  }
  if (part.size() != 3 || numbers[1].mark != mark) {
    return std::nullopt;
  }
  const bool year_first = is_year(numbers[0]) && is_month(numbers[1]) && is_day(numbers[2]);
  const bool short_year = mark == '/' && cue.strong_day() && numbers[2].digits == 2;
  if (year_first) {
    candidate.year = numbers[0].value;
    candidate.day = numbers[2].value;
  } else if (is_day(numbers[0]) && is_month(numbers[1]) && (is_year(numbers[2]) || short_year)) {
    candidate.day = numbers[0].value;
    candidate.year = numbers[2].value + (short_year ? 2000 : 0);
  } else {
    return std::nullopt;
  }
  candidate.month = numbers[1].value;
  return candidate;
}

}  // namespace tracuu
