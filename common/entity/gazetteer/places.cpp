#include <algorithm>
#include <unordered_map>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/entity/gazetteer/rows.h"

// The assembler's symbols, see common/embed.S.in.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
extern const char tracuu_provinces_begin[];
extern const char tracuu_provinces_end[];
extern const char tracuu_current_provinces_begin[];
extern const char tracuu_current_provinces_end[];
extern const char tracuu_districts_begin[];
extern const char tracuu_districts_end[];
extern const char tracuu_not_places_begin[];
extern const char tracuu_not_places_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace tracuu {
namespace {

std::vector<Province> read_provinces() {
  std::vector<Province> all;
  for (const auto& row :
       gazetteer_rows("provinces.tsv", {tracuu_provinces_begin, tracuu_provinces_end}, 12)) {
    all.push_back({.code = std::string(row[0]),
                   .name = std::string(row[1]),
                   .kind = std::string(row[2]),
                   .region = std::string(row[3]),
                   .capital = std::string(row[4]),
                   .since = cell_day(row[5]),
                   .until = cell_day(row[6]),
                   .today = std::string(row[7]),
                   .aliases = cell_items(row[8]),
                   .weak_aliases = cell_items(row[9]),
                   .domains = cell_items(row[10]),
                   .common_word = cell_flag(row[11])});
  }
  return all;
}

std::vector<CurrentProvince> read_current_provinces() {
  std::vector<CurrentProvince> all;
  for (const auto& row :
       gazetteer_rows("current_provinces.tsv",
                      {tracuu_current_provinces_begin, tracuu_current_provinces_end}, 5)) {
    all.push_back({.code = std::string(row[0]),
                   .name = std::string(row[1]),
                   .kind = std::string(row[2]),
                   .kind_history = std::string(row[3]),
                   .former_units = cell_items(row[4])});
  }
  return all;
}

std::vector<District> read_districts() {
  std::vector<District> all;
  for (const auto& row :
       gazetteer_rows("districts.tsv", {tracuu_districts_begin, tracuu_districts_end}, 7)) {
    all.push_back({.name = std::string(row[0]),
                   .kind = std::string(row[1]),
                   .province = std::string(row[2]),
                   .since = cell_day(row[3]),
                   .until = cell_day(row[4]),
                   .spellings = cell_items(row[5]),
                   .common_word = cell_flag(row[6])});
  }
  return all;
}

std::vector<std::string> read_not_places() {
  std::vector<std::string> all;
  for (const auto& row :
       gazetteer_rows("not_places.tsv", {tracuu_not_places_begin, tracuu_not_places_end}, 2)) {
    all.emplace_back(row[0]);
  }
  return all;
}

std::unordered_map<std::string_view, const Province*> index_provinces() {
  std::unordered_map<std::string_view, const Province*> by_name;
  for (const Province& province : provinces()) {
    by_name.emplace(province.name, &province);
  }
  return by_name;
}

}  // namespace

std::span<const Province> provinces() {
  static const std::vector<Province> all = read_provinces();
  return all;
}

const Province* province_named(std::string_view name) {
  static const auto by_name = index_provinces();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

const Province* province_with_code(std::string_view code) {
  constexpr std::size_t kDigits = 2;
  const std::string padded = code.size() == 1 ? '0' + std::string(code) : std::string(code);
  const auto all = provinces();
  const auto found =
      std::ranges::find_if(all, [&](const Province& unit) { return unit.code == padded; });
  return padded.size() != kDigits || found == all.end() ? nullptr : &*found;
}

std::span<const CurrentProvince> current_provinces() {
  static const std::vector<CurrentProvince> all = read_current_provinces();
  return all;
}

std::span<const District> districts() {
  static const std::vector<District> all = read_districts();
  return all;
}

std::span<const std::string> not_places() {
  static const std::vector<std::string> all = read_not_places();
  return all;
}

}  // namespace tracuu
