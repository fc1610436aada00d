#pragma once

#include "indexer/line_shape.h"

namespace tracuu {

/// Returns whether a line may be a date line: it has few words, and three numbers that marks part
/// as they part a day, or the name of a month. A cheap look before read_date_line().
bool can_be_date_line(const LineShape& shape);

}  // namespace tracuu
