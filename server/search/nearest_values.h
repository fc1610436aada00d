#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/search/columns.h"
#include "server/search/deadline.h"

namespace tracuu {

/// Returns the values of a field that `typed` may be a slip for, at most `most`, nearest first, of
/// equally near ones those in most articles: no more than a third of the bytes wrong. Compares
/// folded. Looks at all values of about the same length. Throws DeadlineExceeded.
std::vector<std::string> nearest_values(std::string_view typed, FieldId id, std::size_t most,
                                        const Columns& columns, const Deadline& deadline);

}  // namespace tracuu
