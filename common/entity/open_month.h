#pragma once

#include <vector>

#include "common/entity/date.h"

namespace tracuu {

/// Finds the months that a text names without a year ("hồi tháng 5", "cuối tháng 10") and gives
/// them the year of `published`; a month more than half a year ahead is one of the year before.
/// Returns kMonth mentions flagged year_inferred, in order, but for those that overlap one of
/// `known`, which are in order too. Not months: "mỗi tháng 2 lần", "6 tháng", "tháng 10 hằng năm".
/// Linear in time.
std::vector<DateMention> find_open_months(const TokenizedText& text, Day published,
                                          const std::vector<DateMention>& known);

}  // namespace tracuu
