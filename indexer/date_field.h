#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/entity/date.h"
#include "indexer/date_line.h"

namespace tracuu {

/// A headline that ends in its date: "Nhận thức đi trước (08/06/2020)".
struct DatedTitle {
  std::size_t title_bytes = 0;  ///< length of the headline alone, in the normalized line
  DateStamp stamp;
};
std::optional<DatedTitle> read_dated_title(std::string_view normalized);

/// Reads a date field: ISO day or time stamp with or without zone, YYYYMMDD, or a date line; a year
/// or month alone is a date without a day. Nothing when it is no date.
std::optional<PartialDate> read_date_field(std::string_view field);

}  // namespace tracuu
