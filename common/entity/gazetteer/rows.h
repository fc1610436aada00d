#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity/date.h"

namespace tracuu {

/// The cells of one line of an embedded table; views into the table.
using GazetteerRow = std::vector<std::string_view>;

/// Returns the rows of `table`: lines parted by '\n', cells by tabs; blank lines and lines that
/// start with '#' are left out and "-" is an empty cell. Throws std::runtime_error that names
/// `name` and the line when a line has not `columns` cells: a table we ship is broken.
std::vector<GazetteerRow> gazetteer_rows(std::string_view name, std::string_view table,
                                         std::size_t columns);

/// Returns the items of a list cell, parted by ';': "TP.HCM;TPHCM" -> {"TP.HCM", "TPHCM"}.
std::vector<std::string> cell_items(std::string_view cell);

/// Reads "2008-08-01", "2007-08" or "2025"; nothing for an empty cell. Throws std::runtime_error
/// for a cell that is no date.
std::optional<PartialDate> cell_date(std::string_view cell);

/// The same for cells that hold whole days.
std::optional<Day> cell_day(std::string_view cell);

/// Reads "yes" and "no". Throws std::runtime_error for anything else.
bool cell_flag(std::string_view cell);

}  // namespace tracuu
