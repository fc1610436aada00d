#pragma once

#include <vector>

#include "server/query/abbreviations.h"
#include "server/query/query.h"
#include "server/query/query_unit.h"

namespace tracuu {

/// Returns what is shown to the reader of how `text` was read, in order: entities, phrases,
/// exclusions, alternatives. Undone, an entity stands in quotes, a phrase without them, an
/// exclusion without its minus, an alternative without OR. `or_groups` are ranges of units. Of
/// `abbreviations` only short forms are shown, "CNTT = công nghệ thông tin"; undone they stand in
/// quotes.
std::vector<QueryChip> chips_of(const TypedText& typed, const std::vector<QueryUnit>& units,
                                const std::vector<TokenRange>& or_groups,
                                const std::vector<TypedAbbreviation>& abbreviations);

}  // namespace tracuu
