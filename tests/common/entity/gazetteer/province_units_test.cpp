#include "common/entity/gazetteer/province_units.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "common/entity/gazetteer/gazetteer.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

const ProvinceUnit* unit(std::string_view name, bool is_of_today) {
  for (const ProvinceUnit& one : province_units()) {
    if (one.name == name && one.is_of_today == is_of_today) {
      return &one;
    }
  }
  return nullptr;
}

/// "Huế, thành phố" of all units in force on a day.
std::set<std::string> in_force_on(Day day) {
  std::set<std::string> found;
  for (const ProvinceUnit& one : province_units()) {
    if (const ProvincePeriod* const period = one.on(day)) {
      found.insert(period->name + ", " + period->kind);
    }
  }
  return found;
}

TEST(ProvinceUnits, AreThoseInForceOnADay) {
  for (const TableRow& row : read_table("province_days.tsv")) {
    const auto found = in_force_on(*parse_iso(row[0])->as_day());
    EXPECT_EQ(std::to_string(found.size()), row[1]) << row;
    for (std::string_view rest = row[2]; !rest.empty();) {
      const std::string_view wanted = rest.substr(0, rest.find("; "));
      rest.remove_prefix(std::min(rest.size(), wanted.size() + 2));
      EXPECT_TRUE(found.contains(std::string(wanted))) << row << ' ' << wanted;
    }
    for (const char* kind : {", tỉnh", ", thành phố"}) {
      EXPECT_FALSE(found.contains(std::string(row[3]) + kind)) << row;
    }
  }
}

TEST(ProvinceUnits, HavePeriodsWithoutGaps) {
  ASSERT_EQ(province_units().size(), 98U);
  for (const ProvinceUnit& one : province_units()) {
    ASSERT_FALSE(one.periods.empty()) << one.name;
    for (std::size_t i = 1; i < one.periods.size(); ++i) {
      EXPECT_EQ(one.periods[i].from, one.periods[i - 1].until) << one.name;
    }
    EXPECT_EQ(one.periods.back().until.has_value(), !one.is_of_today) << one.name;
    if (one.is_of_today) {
      EXPECT_EQ(one.periods.front().from, kMergerDay) << one.name;
    } else {
      EXPECT_LE(*one.periods.back().until, kMergerDay) << one.name;
    }
  }
}

TEST(ProvinceUnits, OfBeforeHaveOneSuccessorThatNamesThem) {
  std::size_t former = 0;
  for (const ProvinceUnit& one : province_units()) {
    if (one.is_of_today) {
      former += one.former_units.size();
      continue;
    }
    const ProvinceUnit* const today = unit(one.successor, true);
    ASSERT_NE(today, nullptr) << one.name;
    const bool is_named = std::find(today->former_units.begin(), today->former_units.end(),
                                    one.name) != today->former_units.end();
    EXPECT_EQ(is_named, one.name != "Hà Tây") << "Hà Tây went into Hà Nội before: " << one.name;
  }
  EXPECT_EQ(former, 63U);
}

TEST(ProvinceUnits, OfHoChiMinhCityHoldBinhDuongAndVungTau) {
  const ProvinceUnit* const today = unit("Hồ Chí Minh", true);
  ASSERT_NE(today, nullptr);
  EXPECT_EQ(std::set<std::string>(today->former_units.begin(), today->former_units.end()),
            (std::set<std::string>{"Bình Dương", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh"}));
}

TEST(ProvinceUnits, HaveCodesThatMeanOthersInTheOtherList) {
  std::map<std::string, std::string> before;
  for (const ProvinceUnit& one : province_units()) {
    if (!one.is_of_today && one.name != "Hà Tây") {
      EXPECT_TRUE(before.emplace(one.code, one.name).second) << one.code;
    }
  }
  std::map<std::string, std::string> changed;
  for (const ProvinceUnit& one : province_units()) {
    const auto then = before.find(one.code);
    if (one.is_of_today && then != before.end() && then->second != one.name) {
      changed[one.name] = then->second;
    }
  }
  EXPECT_EQ(changed.at("Lào Cai"), "Yên Bái");
  EXPECT_EQ(changed.at("Bắc Ninh"), "Bắc Giang");
  EXPECT_EQ(changed.size(), 7U);
}

}  // namespace
}  // namespace tracuu
