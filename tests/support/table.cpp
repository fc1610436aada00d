#include "tests/support/table.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace tracuu {
namespace {

void append_code_point(std::string& out, unsigned long code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::string unescape(std::string_view cell) {
  if (cell == "-") {
    return {};
  }
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\\' || i + 1 == cell.size()) {
      out += cell[i];
      continue;
    }
    const char escape = cell[++i];
    if (escape == 'u' && i + 1 < cell.size() && cell[i + 1] == '{') {
      const auto close = cell.find('}', i);
      append_code_point(out,
                        std::stoul(std::string(cell.substr(i + 2, close - i - 2)), nullptr, 16));
      i = close;
    } else {
      out += escape == 'n' ? '\n' : escape == 't' ? '\t' : escape;
    }
  }
  return out;
}

std::vector<std::string> split_cells(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const auto tab = line.find('\t');
    cells.push_back(unescape(line.substr(0, tab)));
    if (tab == std::string_view::npos) {
      return cells;
    }
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

std::string_view TableRow::operator[](std::size_t index) const {
  return index < cells.size() ? std::string_view(cells[index]) : std::string_view();
}

std::ostream& operator<<(std::ostream& out, const TableRow& row) {
  return out << row.file << ':' << row.line << " (" << row[row.cells.size() - 1] << ')';
}

std::vector<TableRow> read_table(std::string_view name) {
  const std::string path = std::string(TRACUU_SOURCE_DIR "/tests/tables/") + std::string(name);
  std::ifstream in(path);
  if (!in) {
    throw std::runtime_error("cannot read the table " + path);
  }
  std::vector<TableRow> rows;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.front() != '#') {
      rows.push_back({std::string(name), number, split_cells(line)});
    }
  }
  if (rows.empty()) {
    throw std::runtime_error("no rows in the table " + path);
  }
  return rows;
}

}  // namespace tracuu
