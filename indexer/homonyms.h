#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/known_paper.h"

namespace tracuu {

/// Returns the key of all papers that share type, number and letter, whoever issued them: "NQ 36"
/// is one for "36-NQ/TW" and "36/NQ-CP", "NQ 36a" another. Papers that are only named: the name,
/// folded.
std::string class_of(const DocumentNumber& number);

/// Known papers by class. Every province issues a "NQ 36" each year, so what tells papers apart is
/// kept side by side as numbers. Const use is thread-safe.
class Homonyms {
 public:
  Homonyms() = default;
  /// REQUIRES: each has a date with a year; they outlive this. Papers of one day stay in order.
  explicit Homonyms(const std::vector<const KnownPaper*>& papers);

  /// See KnownPapers::meant_by().
  std::vector<const KnownPaper*> meant_by(const WantedPaper& wanted) const;

 private:
  struct Row {
    const KnownPaper* paper = nullptr;
    std::int32_t first = 0;  ///< day of its date
    std::int32_t last = 0;
    std::uint32_t issuer = 0;  ///< number of the name, as are the next two
    std::uint32_t province = 0;
    std::uint32_t series = 0;  ///< equal for papers of one number, issuer, place and year
    std::int16_t year = 0;     ///< in its number
    bool is_local = false;
    bool has_rivals = false;  ///< other papers of its series
  };
  struct Asked;

  std::uint32_t number_of(std::string_view name) const;
  Asked asked_by(const WantedPaper& wanted) const;
  static bool fits(const Row& row, const Asked& asked);
  static std::vector<const KnownPaper*> without_misprints(const std::vector<const Row*>& rows);

  std::unordered_map<std::string, std::uint32_t> names_;
  std::map<std::string, std::vector<Row>, std::less<>> by_class_;  ///< the oldest first
};

}  // namespace tracuu
