#include "common/entity/date_cue.h"

#include <algorithm>

#include "common/text/syllable.h"

namespace tracuu {
namespace {

using Strength = DateCue::Strength;

constexpr std::size_t kMostPlaceWords = 4;
constexpr std::size_t kMostRoleWords = 4;
constexpr std::size_t kMostTermWords = 12;

DateWord word_at(const TokenizedText& text, std::size_t index) {
  return date_word(text.tokens[index]);
}

bool is_word_at(const TokenizedText& text, std::size_t index, DateWord word) {
  return index < text.tokens.size() && word_at(text, index) == word;
}

/// "Phố Sách 19/12": a place word, then capitalized words.
bool is_in_place_name(const TokenizedText& text, std::size_t index) {
  for (std::size_t back = 1; back <= std::min(kMostPlaceWords, index); ++back) {
    const Token& token = text.tokens[index - back];
    if (!gap_behind(text, index - back).blank()) {
      return false;
    }
    if (date_word(token) == DateWord::kPlace) {
      return true;
    }
    if (!token.capitalized) {
      return false;
    }
  }
  return false;
}

bool is_deictic(const Token& token) {
  return token.folded == "nay" || token.folded == "qua" || token.folded == "mai";
}

/// "sáng", "hôm nay", "chiều qua"; not "hiện nay" or "thời gian qua".
bool names_part_of_day(const TokenizedText& text, std::size_t index) {
  if (word_at(text, index) != DateWord::kPartOfDay) {
    return false;
  }
  return !is_deictic(text.tokens[index]) ||
         (index > 0 && (is_word_at(text, index - 1, DateWord::kPartOfDay) ||
                        is_word_at(text, index - 1, DateWord::kDay)));
}

bool may_stand_before_a_day(const Gap& gap) {
  return gap.bare() || gap.is(',') || gap.is('(') || gap.is('-') || gap.is(':');
}

void read_unit_word(const TokenizedText& text, std::size_t before, DateCue& cue) {
  cue.first = before;
  cue.strength = Strength::kStrong;
  cue.unit = cue.word == DateWord::kFirstDays ? DateWord::kDay : cue.word;
  if (before == 0) {
    return;
  }
  cue.every = cue.word != DateWord::kMonth && is_word_at(text, before - 1, DateWord::kEvery);
  if (cue.word == DateWord::kFirstDays && is_word_at(text, before - 1, DateWord::kDay)) {
    cue.first = before - 1;
  }
}

/// Whether a mark or a letter ties the number at token `first` to what stands in front of it.
bool joins_in_front(const TokenizedText& text, std::size_t first, bool full_date) {
  if (first == 0) {
    return false;
  }
  const Gap gap = gap_behind(text, first - 1);
  const Token& before = text.tokens[first - 1];
  if (gap.touching()) {
    return date_word(before) == DateWord::kNone;  // "G7", "TƯ4"
  }
  if (gap.bare() || !gap.tight()) {
    return false;
  }
  if (gap.last == '/' || gap.last == '&' || gap.last == '_' || gap.last == '$') {
    return true;
  }
  const bool decimal = gap.last == ',' && before.kind != Token::Kind::kWord;
  return !full_date && (gap.last == '-' || gap.last == '.' || decimal);
}

DateWord cue_word_at(const TokenizedText& text, std::size_t index) {
  const bool in_force =
      index > 0 && text.tokens[index].folded == "luc" && text.tokens[index - 1].folded == "hieu";
  return in_force ? DateWord::kNear : word_at(text, index);  // "có hiệu lực 1/7"
}

/// Only a word that wants a number goes on over a line end.
bool goes_on_over_line_end(const TokenizedText& text, std::size_t index, const Gap& gap,
                           DateWord word) {
  return gap.bare() && (word == DateWord::kDay || word == DateWord::kMonth ||
                        (word == DateWord::kYear && !ends_weekday(text, index)));
}

}  // namespace

DateCue date_cue_before(const TokenizedText& text, std::size_t index) {
  DateCue cue;
  cue.first = index;
  if (index == 0) {
    return cue;
  }
  const std::size_t before = index - 1;
  const Gap gap = gap_behind(text, before);
  cue.word = cue_word_at(text, before);
  if (gap.newline) {
    if (goes_on_over_line_end(text, before, gap, cue.word)) {
      read_unit_word(text, before, cue);
    }
    return cue;
  }
  cue.in_brackets = gap.last == '(';
  cue.place = is_in_place_name(text, index);
  if (may_stand_before_a_day(gap) &&
      (ends_weekday(text, before) || names_part_of_day(text, before))) {
    cue.strength = Strength::kStrong;
    cue.unit = DateWord::kDay;
    return cue;
  }
  const bool direct = gap.bare() || gap.is(':');
  if (!direct) {
    // "trước đó một ngày, 10/12": the day again in digits.
    const bool told_again = gap.is(',') && cue.word == DateWord::kDay;
    cue.strength = cue.in_brackets || told_again ? Strength::kWeak : Strength::kNone;
    return cue;
  }
  switch (cue.word) {
    case DateWord::kDay:
    case DateWord::kFirstDays:
    case DateWord::kMonth:
    case DateWord::kYear:
      read_unit_word(text, before, cue);
      break;
    case DateWord::kFeast:
      cue.strength = Strength::kStrong;
      cue.unit = DateWord::kDay;
      break;
    case DateWord::kFrom:
    case DateWord::kUntil:
    case DateWord::kEdge:
    case DateWord::kNear:
    case DateWord::kOutlook:
    case DateWord::kPeriod:
      cue.strength = Strength::kWeak;
      break;
    default:
      cue.paper = cue.word == DateWord::kPaper;
  }
  return cue;
}

bool is_part_of_more(const TokenizedText& text, const NumberRun& run) {
  const bool full_date = run.count == 3 && run.numbers[2].digits == 4;
  if (joins_in_front(text, run.first, full_date)) {
    return true;
  }
  const Gap after = gap_behind(text, run.end - 1);
  if (after.first == '%' || after.first == '/') {
    return true;
  }
  const bool last = run.end >= text.tokens.size();
  if (last || full_date || !after.tight()) {
    return false;
  }
  const Token& next = text.tokens[run.end];
  return (after.is(',') && next.kind != Token::Kind::kWord) || (after.is('-') && next.all_caps);
}

bool counts_a_noun(const TokenizedText& text, std::size_t last) {
  if (last + 1 >= text.tokens.size()) {
    return false;
  }
  const Gap gap = gap_behind(text, last);
  const Token& next = text.tokens[last + 1];
  if (!gap.bare() || gap.newline || next.capitalized) {
    return false;
  }
  if (next.kind != Token::Kind::kWord) {
    return true;
  }
  const DateWord word = date_word(next);
  return word == DateWord::kUnit ||
         ((word == DateWord::kNone || word == DateWord::kPaper) && !is_stop_syllable(next.key));
}

bool is_yearly(const TokenizedText& text, std::size_t last) {
  return is_word_at(text, last + 1, DateWord::kEvery) &&
         is_word_at(text, last + 2, DateWord::kYear);
}

bool is_deadline(const TokenizedText& text, std::size_t first) {
  std::size_t index = first;
  const auto steps_over = [&](std::string_view folded) {
    const bool found =
        index > 0 && gap_behind(text, index - 1).bare() && text.tokens[index - 1].folded == folded;
    index -= found ? 1 : 0;
    return found;
  };
  steps_over("vao");
  steps_over("la");
  const bool term =
      steps_over("truoc") || steps_over("nhat") || steps_over("chot") || steps_over("han");
  if (!term) {
    return false;
  }
  for (std::size_t back = 0; back < std::min(kMostTermWords, index); ++back) {
    const std::size_t word = index - 1 - back;
    if (!gap_behind(text, word).bare()) {
      break;
    }
    if (text.tokens[word].key == syllable_forms("đã").key) {
      return false;
    }
  }
  return true;
}

DateRole role_of_year(const TokenizedText& text, std::size_t first) {
  for (std::size_t back = 1; back <= std::min(kMostRoleWords, first); ++back) {
    const std::size_t index = first - back;
    const Gap gap = gap_behind(text, index);
    if (gap.newline || !(gap.bare() || gap.is(',') || gap.is(':'))) {
      break;
    }
    const DateWord word = word_at(text, index);
    if (word == DateWord::kUntil) {
      const bool reckoned = index > 0 && (is_word_at(text, index - 1, DateWord::kNear) ||
                                          text.tokens[index - 1].folded == "cho");
      return reckoned ? DateRole::kEvent : DateRole::kTarget;
    }
    if (word == DateWord::kOutlook ||
        (word == DateWord::kPeriod && text.tokens[index].folded == "doan")) {
      return DateRole::kTarget;
    }
    if (word != DateWord::kYear && word != DateWord::kEdge && word != DateWord::kFrom) {
      break;
    }
  }
  return DateRole::kEvent;
}

}  // namespace tracuu
