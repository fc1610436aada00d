#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "common/entity/date.h"
#include "common/entity/date_words.h"

namespace tracuu {

/// A date as far as it has been read. In lists what is written once belongs to all: "ngày 3 và
/// 4/9/2013", "tháng 10 và 12/2011", "từ 28/12 đến 3/1/2019".
struct DateCandidate {
  std::size_t first = 0;  ///< tokens [first, end)
  std::size_t end = 0;
  int year = 0;  ///< 0: not written, not yet known; so are the others
  int end_year = 0;
  int quarter = 0;
  int month = 0;
  int day = 0;
  bool is_year = false;  ///< a year or a range of years
  DateRole role = DateRole::kEvent;

  /// kDay, kMonth, kQuarter or kYear.
  DateWord unit() const;
};

/// Collects candidates in text order and completes those of a list from the one that closes it.
class DateList {
 public:
  explicit DateList(const TokenizedText& text) : text_(text) {}

  void add(DateCandidate candidate);
  /// Returns the last candidate, if only list words ("và", "đến", "-", ",") stand between it and
  /// token `index`, else nothing.
  DateCandidate* joined_to(std::size_t index);
  /// Returns the mentions of all complete candidates that are possible dates.
  std::vector<DateMention> mentions() const;

 private:
  bool joined(const DateCandidate& before, std::size_t index) const;
  void complete_list();

  const TokenizedText& text_;
  std::vector<DateCandidate> candidates_;
  std::size_t list_begin_ = 0;  ///< candidates from here on are one list
};

}  // namespace tracuu
