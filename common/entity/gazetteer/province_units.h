#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/entity/date.h"

namespace tracuu {

/// The day from which province_units() tells of every unit: the partings of 1997. There were 61
/// units then, 64 from 2004-01-01, 63 from 2008-08-01, 34 from 2025-07-01.
inline constexpr Day kFirstProvinceDay{std::chrono::year{1997}, std::chrono::January,
                                       std::chrono::day{1}};
/// The day of the great merger. Codes of the two lists are never to be compared.
inline constexpr Day kMergerDay{std::chrono::year{2025}, std::chrono::July, std::chrono::day{1}};

/// A time in which a unit had one name, one kind and one land.
struct ProvincePeriod {
  std::string name;                   ///< then: "Thừa Thiên Huế"
  std::string kind;                   ///< "tỉnh" or "thành phố"
  std::optional<Day> from;            ///< first day; nothing for one before kFirstProvinceDay
  std::optional<Day> until;           ///< first day on which it was over; nothing for today's
  std::vector<std::string> contains;  ///< units of the same list that were part of it then
  std::string basis;                  ///< number of the resolution, or ""

  bool covers(Day day) const { return (!from || *from <= day) && (!until || day < *until); }
};

/// A unit of one of the two lists: of those until 2025-06-30 (63 and Hà Tây) or the 34 since
/// 2025-07-01. A name that went on stands in both.
struct ProvinceUnit {
  std::string name;  ///< as articles and filters have it: "Huế"
  std::string code;  ///< of its own list
  bool is_of_today = false;
  std::string region;   ///< of a unit of before, else ""
  std::string capital;  ///< the same
  std::vector<std::string> aliases;
  std::vector<std::string> former_units;  ///< of a unit of today: those that became it
  std::string successor;                  ///< of a unit of before: the unit of today it became
  std::vector<ProvincePeriod> periods;    ///< in order of time, without gaps

  /// Returns the period that covers `day`, or null.
  const ProvincePeriod* on(Day day) const;
};

/// Returns all 98 units, those of before in front. Parsed once, constant, thread-safe.
std::span<const ProvinceUnit> province_units();

}  // namespace tracuu
