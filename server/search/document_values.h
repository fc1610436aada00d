#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/entity/document_number.h"
#include "server/search/columns.h"

namespace tracuu {

/// Returns whether `number` is what `asked` may mean: the same digits, letter and type, and the
/// same of what else `asked` says. "NQ 36" may mean 36-NQ/TW and 36/NQ-CP, never 36a/NQ-CP.
bool is_meant(const DocumentNumber& asked, const DocumentNumber& number);

/// Returns the number that `value` says in short, by type and digits alone: of "NQ 36", "QĐ
/// 48/2009"; nothing for a full number and for a paper called by its name.
std::optional<DocumentNumber> short_number(std::string_view value);

/// Returns the values of `id`, kDocument or kIdentity, that `asked` may mean, ascending and each
/// once: for "NQ 36" those of 36-NQ/TW, 36/NQ-CP, and "NQ 36" itself where articles say no more.
/// Looks at the numbers of the same digits alone.
std::vector<ValueNumber> values_meant(const DocumentNumber& asked, FieldId id,
                                      const Columns& columns);

}  // namespace tracuu
