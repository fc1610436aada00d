#include "indexer/homonyms.h"

#include <algorithm>
#include <limits>

#include "common/text/normalize.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

/// No name has this number.
constexpr std::uint32_t kUnknownName = 0xFFFF'FFFF;

/// Of one issuer, place and year, a number has one paper.
std::string series_of(const KnownPaper& paper) {
  return to_canonical(paper.number) + '@' + std::to_string(paper.date.year) + '@' + paper.province;
}

}  // namespace

/// What is wanted, by numbers.
struct Homonyms::Asked {
  std::int32_t published = std::numeric_limits<std::int32_t>::max();
  std::int32_t first = std::numeric_limits<std::int32_t>::min();  ///< of the written date
  std::int32_t last = std::numeric_limits<std::int32_t>::max();
  std::int16_t year = 0;    ///< in the number; "73/NĐ-CP" may leave out that of
                            ///< "73/2019/NĐ-CP"
  bool has_issuer = false;  ///< in the number
  std::uint32_t issuer = kUnknownName;
  std::string_view issuer_code;  ///< by the words around it, else ""
  bool any_place = false;
  std::uint32_t province = kUnknownName;  ///< of a local issuer
};

std::string class_of(const DocumentNumber& number) {
  if (!number.name.empty()) {
    return fold(normalized(number.name));
  }
  return number.type + ' ' + std::to_string(number.number) + number.suffix;
}

Homonyms::Homonyms(const std::vector<const KnownPaper*>& papers) {
  const auto number_for = [&](const std::string& name) {
    return names_.try_emplace(name, static_cast<std::uint32_t>(names_.size())).first->second;
  };
  std::unordered_map<std::uint32_t, std::uint32_t> papers_by_series;
  for (const KnownPaper* paper : papers) {
    const auto days = *paper->date.days();
    Row row{.paper = paper,
            .first = day_number(days.first),
            .last = day_number(days.second),
            .issuer = number_for(paper->number.issuer),
            .province = number_for(paper->province),
            .series = number_for(series_of(*paper)),
            .year = paper->number.year,
            .is_local = is_local_issuer(paper->number.issuer)};
    ++papers_by_series[row.series];
    by_class_[class_of(paper->number)].push_back(row);
  }
  for (auto& [key, rows] : by_class_) {
    std::ranges::stable_sort(rows, {}, &Row::first);
    for (Row& row : rows) {
      row.has_rivals = papers_by_series.at(row.series) > 1;
    }
  }
}

std::uint32_t Homonyms::number_of(std::string_view name) const {
  const auto known = names_.find(std::string(name));
  return known == names_.end() ? kUnknownName : known->second;
}

Homonyms::Asked Homonyms::asked_by(const WantedPaper& wanted) const {
  Asked asked;
  if (wanted.published) {
    asked.published = day_number(*wanted.published);
  }
  if (wanted.date) {
    // A date without a year overlaps with none.
    const auto days = wanted.date->days();
    asked.first = days ? day_number(days->first) : std::numeric_limits<std::int32_t>::max();
    asked.last = days ? day_number(days->second) : std::numeric_limits<std::int32_t>::min();
  }
  asked.year = wanted.number.year;
  asked.has_issuer = !wanted.number.issuer.empty();
  asked.issuer = number_of(wanted.number.issuer);
  asked.issuer_code = wanted.issuer.code;
  const std::string& place =
      wanted.issuer.province.empty() ? wanted.province : wanted.issuer.province;
  // A day beside the number leaves few provinces; without one a number is in all of them.
  asked.any_place = place.empty() && wanted.date && wanted.date->precision == DatePrecision::kDay;
  asked.province = place.empty() ? kUnknownName : number_of(place);
  return asked;
}

bool Homonyms::fits(const Row& row, const Asked& asked) {
  if (row.last < asked.first || row.first > asked.last ||
      (asked.year != 0 && row.year != asked.year) ||
      (asked.has_issuer && row.issuer != asked.issuer)) {
    return false;
  }
  if (row.is_local &&
      (asked.any_place ? row.paper->province.empty() : row.province != asked.province)) {
    return false;
  }
  return asked.has_issuer || asked.issuer_code.empty() ||
         is_issued_by(row.paper->number.issuer, asked.issuer_code);
}

std::vector<const KnownPaper*> Homonyms::meant_by(const WantedPaper& wanted) const {
  const auto homonyms = by_class_.find(class_of(wanted.number));
  if (homonyms == by_class_.end()) {
    return {};
  }
  const Asked asked = asked_by(wanted);
  std::vector<const Row*> rows;
  for (const Row& row : homonyms->second) {
    if (row.first > asked.published) {
      break;
    }
    if (fits(row, asked)) {
      rows.push_back(&row);
    }
  }
  return without_misprints(rows);
}

/// Leaves of each series the most cited paper; all of them where two are cited alike.
std::vector<const KnownPaper*> Homonyms::without_misprints(const std::vector<const Row*>& rows) {
  struct Best {
    bool titled = false;
    std::uint32_t articles = 0;
  };
  std::unordered_map<std::uint32_t, Best> best_of;
  for (const Row* row : rows) {
    if (row->has_rivals) {
      Best& best = best_of[row->series];
      best.titled = best.titled || !row->paper->title.empty();
      best.articles = std::max(best.articles, row->paper->articles);
    }
  }
  std::vector<const KnownPaper*> papers;
  papers.reserve(rows.size());
  for (const Row* row : rows) {
    const KnownPaper& paper = *row->paper;
    const Best best = row->has_rivals ? best_of.at(row->series) : Best();
    if (!paper.title.empty() || (!best.titled && best.articles <= paper.articles)) {
      papers.push_back(&paper);
    }
  }
  return papers;
}

}  // namespace tracuu
