#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

/// One row of a test table. The last cell is the reason the row exists.
struct TableRow {
  std::string file;  ///< name under tests/tables
  int line = 0;      ///< 1-based
  std::vector<std::string> cells;

  /// Returns cell `index`, or "" when the row is shorter.
  std::string_view operator[](std::size_t index) const;
};

/// Prints "dates.tsv:12" so that a failing row can be opened.
std::ostream& operator<<(std::ostream& out, const TableRow& row);

/// Reads tests/tables/`name`: tab-separated cells; blank lines and lines starting with '#' are
/// skipped; in cells "\n", "\t", "\\" and "\u{1EC7}" are escapes, and a lone "-" is an empty cell.
/// Throws std::runtime_error when the table cannot be read or holds no row, so that an empty table
/// cannot pass for a green one.
std::vector<TableRow> read_table(std::string_view name);

/// Copies `text` into a heap block of exactly its size, so that a sanitizer sees any read past it.
/// The view lives as long as the returned holder.
class ExactText {
 public:
  explicit ExactText(std::string_view text) : bytes_(text.begin(), text.end()) {
    bytes_.shrink_to_fit();
  }
  operator std::string_view() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::vector<char> bytes_;
};

}  // namespace tracuu
