#include <algorithm>

#include "common/entity/date.h"
#include "common/entity/date_candidate.h"
#include "common/entity/date_cue.h"
#include "common/entity/date_reader.h"
#include "common/entity/number_run.h"

namespace tracuu {
namespace {

using Strength = DateCue::Strength;

class DateScanner {
 public:
  explicit DateScanner(const TokenizedText& text) : text_(text), list_(text) {}

  std::vector<DateMention> scan() {
    for (std::size_t index = 0; index < text_.tokens.size();) {
      index = read_at(index);
    }
    return list_.mentions();
  }

 private:
  /// Reads what starts at token `index`, returns the token to go on at.
  std::size_t read_at(std::size_t index) {
    const Token& token = text_.tokens[index];
    if (token.kind == Token::Kind::kNumber) {
      return read_number_at(index);
    }
    switch (date_word(token)) {
      case DateWord::kMonth:
        return read_named_month(index);
      case DateWord::kQuarter:
        return read_quarter(index);
      default:
        return index + 1;
    }
  }

  std::size_t read_named_month(std::size_t index) {
    const auto named = named_month_at(text_, index + 1);
    if (!named || !gap_behind(text_, index).blank()) {
      return index + 1;
    }
    DateCandidate candidate{
        .first = index, .end = index + 1 + named->token_count, .month = named->value};
    read_year_behind(text_, candidate);
    // "tháng năm 2020" is said of the year, not of May.
    if (candidate.year == 0) {
      return index + 1;
    }
    list_.add(candidate);
    return candidate.end;
  }

  std::size_t read_quarter(std::size_t index) {
    const std::uint8_t quarter =
        gap_behind(text_, index).bare() ? quarter_of(text_, index + 1) : std::uint8_t{0};
    if (quarter == 0) {
      return index + 1;
    }
    DateCandidate candidate{.first = index, .end = index + 2, .quarter = quarter};
    const Gap gap = gap_behind(text_, index + 1);
    if (!gap.newline && (gap.is('/') || gap.is('-') || gap.is('.')) &&
        year_at(text_, index + 2) != 0) {
      candidate.year = year_at(text_, index + 2);
      candidate.end = index + 3;
    } else {
      read_year_behind(text_, candidate);
    }
    list_.add(candidate);
    return candidate.end;
  }

  std::size_t read_number_at(std::size_t index) {
    const NumberRun run = read_number_run(text_, index);
    if (run.too_long || is_part_of_more(text_, run)) {
      return run.end;
    }
    DateCue cue = date_cue_before(text_, index);
    if (const DateCandidate* previous = list_.joined_to(cue.first)) {
      cue.strength = Strength::kStrong;
      cue.unit = cue.unit == DateWord::kNone ? previous->unit() : cue.unit;
    }
    if (cue.paper && cue.strength != Strength::kStrong) {
      return run.end;
    }
    std::size_t next = run.end;
    for (RunPart part{.begin = 0, .end = 0}; part.end < run.count;) {
      part = next_part(text_, run, part.end);
      if (const auto candidate = read_part(text_, run, part, cue)) {
        add(*candidate);
        next = std::max(next, candidate->end);
        cue.strength = Strength::kStrong;
        cue.unit = candidate->unit();
      } else {
        cue = DateCue{};
      }
      cue.first = run.first + part.end;
    }
    return next;
  }

  /// Adds a candidate; "giai đoạn từ năm 2016 đến năm 2020" becomes one range.
  void add(DateCandidate candidate) {
    if (candidate.day != 0 && is_deadline(text_, candidate.first)) {
      candidate.role = DateRole::kTarget;
    }
    DateCandidate* previous = candidate.is_year ? list_.joined_to(candidate.first) : nullptr;
    if (previous != nullptr && previous->is_year && previous->end_year == 0 &&
        candidate.end_year == 0 && candidate.first > 0 &&
        date_word(text_.tokens[candidate.first - 1]) == DateWord::kUntil) {
      if (previous->role == DateRole::kTarget && previous->year < candidate.year) {
        previous->end_year = candidate.year;
        previous->end = candidate.end;
        return;
      }
      candidate.role = DateRole::kEvent;
    } else if (previous != nullptr && previous->is_year) {
      candidate.role = previous->role;
    }
    list_.add(candidate);
  }

  const TokenizedText& text_;
  DateList list_;
};

}  // namespace

std::vector<DateMention> find_dates(const TokenizedText& text) {
  return DateScanner(text).scan();
}

}  // namespace tracuu
