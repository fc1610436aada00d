#pragma once

#include <span>
#include <string>
#include <string_view>

#include "server/query/search_result.h"

namespace tracuu {

/// One column of the CSV export.
struct CsvColumn {
  std::string_view name;  ///< stable, the same in every language
  std::string_view description_vi;
  std::string_view description_en;
  std::string (*value)(const Hit& hit);
};

/// All columns in order. New ones are added at the end.
std::span<const CsvColumn> csv_columns();

/// Writes one cell by RFC 4180: in quotes when it holds a comma, a quote or a line end. A cell that
/// a spreadsheet would run as a formula, because it begins with '=', '+', '-', '@', tab or carriage
/// return, gets an apostrophe in front: "=HYPERLINK(...)" becomes "'=HYPERLINK(...)".
std::string csv_cell(std::string_view text);

/// Returns the byte order mark, by which spreadsheets know UTF-8, and the line of column names.
std::string csv_header();

/// Returns one article as a line, its CR LF included. Several values of a column are parted by
/// "; ".
std::string csv_line(const Hit& hit);

}  // namespace tracuu
