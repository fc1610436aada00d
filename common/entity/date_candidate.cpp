#include "common/entity/date_candidate.h"

#include <utility>

namespace tracuu {
namespace {

constexpr std::size_t kMostListWords = 5;

bool is_list_word(DateWord word) {
  switch (word) {
    case DateWord::kAnd:
    case DateWord::kUntil:
    case DateWord::kEdge:
    case DateWord::kDay:
    case DateWord::kFirstDays:
    case DateWord::kMonth:
    case DateWord::kQuarter:
    case DateWord::kYear:
      return true;
    default:
      return false;
  }
}

bool is_list_gap(const Gap& gap) {
  return !gap.newline && (gap.bare() || gap.is(',') || gap.is('-'));
}

std::optional<PartialDate> possible_date(const DateCandidate& candidate) {
  if (candidate.year < 0 || candidate.year > 9999) {
    return std::nullopt;
  }
  PartialDate date{.year = static_cast<std::int16_t>(candidate.year),
                   .end_year = static_cast<std::int16_t>(candidate.end_year),
                   .quarter = static_cast<std::uint8_t>(candidate.quarter),
                   .month = static_cast<std::uint8_t>(candidate.month),
                   .day = static_cast<std::uint8_t>(candidate.day)};
  if (candidate.year == 0) {
    date.precision = DatePrecision::kMonthAndDay;
  } else if (candidate.end_year != 0) {
    date.precision = DatePrecision::kYearRange;
  } else if (candidate.is_year) {
    date.precision = DatePrecision::kYear;
  } else if (candidate.quarter != 0) {
    date.precision = DatePrecision::kQuarter;
  } else {
    date.precision = candidate.day == 0 ? DatePrecision::kMonth : DatePrecision::kDay;
  }
  const bool complete = candidate.year != 0 || (candidate.day != 0 && candidate.month != 0);
  // parse_iso knows which days exist.
  return complete ? parse_iso(to_iso(date)) : std::nullopt;
}

}  // namespace

DateWord DateCandidate::unit() const {
  if (is_year) {
    return DateWord::kYear;
  }
  if (quarter != 0) {
    return DateWord::kQuarter;
  }
  return day != 0 ? DateWord::kDay : DateWord::kMonth;
}

bool DateList::joined(const DateCandidate& before, std::size_t index) const {
  if (before.end > index || index - before.end > kMostListWords ||
      !is_list_gap(gap_behind(text_, before.end - 1))) {
    return false;
  }
  for (std::size_t i = before.end; i < index; ++i) {
    if (!is_list_word(date_word(text_.tokens[i])) || !is_list_gap(gap_behind(text_, i))) {
      return false;
    }
  }
  // Two dates with only blanks between them are no list.
  return index > before.end || !gap_behind(text_, before.end - 1).bare();
}

DateCandidate* DateList::joined_to(std::size_t index) {
  return !candidates_.empty() && joined(candidates_.back(), index) ? &candidates_.back() : nullptr;
}

void DateList::add(DateCandidate candidate) {
  const bool continues = !candidates_.empty() && joined(candidates_.back(), candidate.first) &&
                         candidates_.back().unit() == candidate.unit();
  if (!continues) {
    list_begin_ = candidates_.size();
  }
  candidates_.push_back(candidate);
  complete_list();
}

void DateList::complete_list() {
  const DateCandidate closing = candidates_.back();
  if (closing.year == 0 && (closing.day == 0 || closing.month == 0)) {
    return;
  }
  for (std::size_t i = candidates_.size() - 1; i-- > list_begin_;) {
    DateCandidate& open = candidates_[i];
    const bool lacks_month = open.day != 0 && open.month == 0;
    if (open.year != 0 || (!lacks_month && closing.year == 0)) {
      break;
    }
    if (lacks_month) {
      open.month = closing.month;
    }
    open.year = closing.year;
    const auto order = [](const DateCandidate& date) {
      return std::pair{date.month + date.quarter, date.day};
    };
    // "28/12 đến 3/1/2019" begins in the year before.
    if (open.year != 0 && order(open) > order(closing)) {
      --open.year;
    }
  }
}

std::vector<DateMention> DateList::mentions() const {
  std::vector<DateMention> mentions;
  for (const DateCandidate& candidate : candidates_) {
    const auto date = possible_date(candidate);
    if (!date) {
      continue;
    }
    const Token& last = text_.tokens[candidate.end - 1];
    // The T of "03T07:45" is in the token, not in the date.
    const std::uint32_t end = last.span.end - (last.kind == Token::Kind::kMixed ? 1 : 0);
    mentions.push_back({.span = {text_.tokens[candidate.first].span.begin, end},
                        .date = *date,
                        .role = candidate.role});
  }
  return mentions;
}

}  // namespace tracuu
