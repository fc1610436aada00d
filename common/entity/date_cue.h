#pragma once

#include "common/entity/date_candidate.h"
#include "common/entity/number_run.h"

namespace tracuu {

/// What stands before a number and makes it a date, or not.
struct DateCue {
  enum class Strength : std::uint8_t {
    kNone,
    kWeak,    ///< "từ 10/6", "(15/5)": a date if it cannot well be a fraction
    kStrong,  ///< "ngày 2/3", "chiều 3/9", "thứ Hai, 5/9"
  };
  Strength strength = Strength::kNone;
  DateWord unit = DateWord::kNone;  ///< kDay, kMonth or kYear when a word says what is counted
  DateWord word = DateWord::kNone;  ///< the word right before
  std::size_t first = 0;            ///< token where the date's span begins
  bool in_brackets = false;         ///< "(" stands right before
  bool every = false;               ///< "mỗi ngày": how often, hardly when
  bool place = false;               ///< "phố 19/12"
  bool paper = false;               ///< "số 49/2017": the number of a paper

  bool strong_day() const { return strength == Strength::kStrong && unit == DateWord::kDay; }
};

/// Returns the cue in front of number token `index`.
DateCue date_cue_before(const TokenizedText& text, std::size_t index);

/// Returns whether what touches the run on either side makes it part of something longer: a
/// document number, a rate ("/100 dân"), a percentage, a decimal, a code ("Covid-19").
bool is_part_of_more(const TokenizedText& text, const NumberRun& run);

/// Returns whether a lower-case word of content follows token `last`, over blanks only: what a
/// number in front of it counts ("2/3 lực lượng", "2000 doanh nghiệp").
bool counts_a_noun(const TokenizedText& text, std::size_t last);

/// Returns whether the text goes on as a custom of every year: "10/10 hằng năm".
bool is_yearly(const TokenizedText& text, std::size_t last);

/// Returns whether the day whose span begins at token `first` is a term that somebody still has to
/// keep: "xong trước ngày 15/8", "chậm nhất là ngày 30/6"; not "đã nộp trước ngày 15/8".
bool is_deadline(const TokenizedText& text, std::size_t first);

/// Returns the role of the year whose span begins at token `first`: kTarget behind "đến năm",
/// "giai đoạn", "định hướng", "tầm nhìn", else kEvent.
DateRole role_of_year(const TokenizedText& text, std::size_t first);

}  // namespace tracuu
