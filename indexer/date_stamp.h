#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/entity/date.h"
#include "common/text/tokens.h"

namespace tracuu {

/// A full day in a short line.
struct StampMention {
  Day day;
  Span span;              ///< with the time of day and zone of an ISO stamp
  bool has_time = false;  ///< the stamp itself tells a time: ISO or American
};

/// Finds the full days of a short line in order: what find_dates() finds, and over it American
/// stamps (month/day/year with AM or PM behind; where the second number is at most 12, only when
/// `american`), ISO time stamps with a zone, turned to the clock of Việt Nam, and what only content
/// systems print: "05 Tháng 9 2013", "Tháng Chín 5, 2013", "September 5, 2013", "05/09/13".
std::vector<StampMention> find_stamps(const TokenizedText& line, bool american);

/// Returns whether a line writes a date that is month before day: "8/14/2007 3:05 PM" can be
/// nothing else, "8/5/2007 3:05:12 PM" is what systems left in English print.
bool is_american_date(std::string_view normalized);

}  // namespace tracuu
