#pragma once

#include <optional>

#include "server/query/typed_entity.h"

namespace tracuu {

/// Returns the year or month that starts at the first token of `range`: "năm 2014", "tháng 5/2018",
/// "thang 5 nam 2018". The words must be there: a bare 2014 is a number.
std::optional<TypedEntity> date_typed_at(const TypedText& typed, TokenRange range);

/// Returns the token behind the whole date at the first token of `range`, or that token when there
/// is none: "ngày 03/6/2020", "ngày 3 tháng 6 năm 2020", "03-06-2020".
std::size_t end_of_date(const TypedText& typed, TokenRange range);

}  // namespace tracuu
