#include "common/entity/gazetteer/rows.h"

#include <stdexcept>

namespace tracuu {
namespace {

std::string_view next_piece(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return piece;
}

GazetteerRow cells_of(std::string_view line) {
  GazetteerRow cells;
  std::size_t tabs = 0;
  for (const char c : line) {
    tabs += c == '\t' ? 1 : 0;
  }
  for (std::size_t i = 0; i <= tabs; ++i) {
    const std::string_view cell = next_piece(line, '\t');
    cells.push_back(cell == "-" ? std::string_view() : cell);
  }
  return cells;
}

}  // namespace

std::vector<GazetteerRow> gazetteer_rows(std::string_view name, std::string_view table,
                                         std::size_t columns) {
  std::vector<GazetteerRow> rows;
  for (int number = 1; !table.empty(); ++number) {
    const std::string_view line = next_piece(table, '\n');
    if (line.empty() || line.front() == '#') {
      continue;
    }
    rows.push_back(cells_of(line));
    if (rows.back().size() != columns) {
      throw std::runtime_error(std::string(name) + ": line " + std::to_string(number) + " has " +
                               std::to_string(rows.back().size()) + " cells, not " +
                               std::to_string(columns));
    }
  }
  return rows;
}

std::vector<std::string> cell_items(std::string_view cell) {
  std::vector<std::string> items;
  while (!cell.empty()) {
    items.emplace_back(next_piece(cell, ';'));
  }
  return items;
}

std::optional<PartialDate> cell_date(std::string_view cell) {
  if (cell.empty()) {
    return std::nullopt;
  }
  const auto date = parse_iso(cell);
  if (!date) {
    throw std::runtime_error("gazetteer: not a date: '" + std::string(cell) + "'");
  }
  return date;
}

std::optional<Day> cell_day(std::string_view cell) {
  const auto date = cell_date(cell);
  if (!date) {
    return std::nullopt;
  }
  const auto day = date->as_day();
  if (!day) {
    throw std::runtime_error("gazetteer: not a day: '" + std::string(cell) + "'");
  }
  return day;
}

bool cell_flag(std::string_view cell) {
  if (cell != "yes" && cell != "no") {
    throw std::runtime_error("gazetteer: neither yes nor no: '" + std::string(cell) + "'");
  }
  return cell == "yes";
}

}  // namespace tracuu
