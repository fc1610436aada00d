#include "common/entity/gazetteer/province_units.h"

#include <algorithm>
#include <string_view>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/entity/gazetteer/rows.h"

// The assembler's symbols, see common/embed.S.in.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
extern const char tracuu_province_periods_begin[];
extern const char tracuu_province_periods_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace tracuu {
namespace {

/// Returns the periods that the table gives a unit, none where it had but one.
std::vector<ProvincePeriod> periods_in(const std::vector<GazetteerRow>& rows, std::string_view list,
                                       std::string_view name) {
  std::vector<ProvincePeriod> periods;
  for (const GazetteerRow& row : rows) {
    if (row[0] == list && row[1] == name) {
      periods.push_back({.name = std::string(row[2]),
                         .kind = std::string(row[3]),
                         .from = cell_day(row[4]),
                         .until = cell_day(row[5]),
                         .contains = cell_items(row[6]),
                         .basis = std::string(row[7])});
    }
  }
  return periods;
}

ProvinceUnit unit_of_before(const Province& province, const std::vector<GazetteerRow>& rows) {
  ProvinceUnit unit;
  unit.name = province.name;
  unit.code = province.code;
  unit.region = province.region;
  unit.capital = province.capital;
  unit.aliases = province.aliases;
  unit.aliases.insert(unit.aliases.end(), province.weak_aliases.begin(),
                      province.weak_aliases.end());
  unit.successor = province.today;
  unit.periods = periods_in(rows, "before", province.name);
  if (unit.periods.empty()) {
    const Day until = province.until.value_or(kMergerDay);
    const auto since =
        province.since && *province.since > kFirstProvinceDay ? province.since : std::nullopt;
    unit.periods.push_back({province.name, province.kind, since, until, {}, {}});
  }
  return unit;
}

ProvinceUnit unit_of_now(const CurrentProvince& province, const std::vector<GazetteerRow>& rows) {
  ProvinceUnit unit;
  unit.name = province.name;
  unit.code = province.code;
  unit.is_of_today = true;
  unit.former_units = province.former_units;
  unit.periods = periods_in(rows, "now", province.name);
  if (unit.periods.empty()) {
    unit.periods.push_back({province.name, province.kind, kMergerDay, std::nullopt, {}, {}});
  }
  if (const Province* const before = province_named(province.name)) {
    unit.aliases = before->aliases;
    unit.aliases.insert(unit.aliases.end(), before->weak_aliases.begin(),
                        before->weak_aliases.end());
  }
  return unit;
}

std::vector<ProvinceUnit> read_units() {
  const auto rows = gazetteer_rows("province_periods.tsv",
                                   {tracuu_province_periods_begin, tracuu_province_periods_end}, 8);
  std::vector<ProvinceUnit> units;
  for (const Province& province : provinces()) {
    units.push_back(unit_of_before(province, rows));
  }
  for (const CurrentProvince& province : current_provinces()) {
    units.push_back(unit_of_now(province, rows));
  }
  return units;
}

}  // namespace

const ProvincePeriod* ProvinceUnit::on(Day day) const {
  const auto period = std::find_if(periods.begin(), periods.end(),
                                   [&](const ProvincePeriod& one) { return one.covers(day); });
  return period == periods.end() ? nullptr : &*period;
}

std::span<const ProvinceUnit> province_units() {
  static const std::vector<ProvinceUnit> all = read_units();
  return all;
}

}  // namespace tracuu
