#include "server/search/page_counts.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "server/search/facet_counter.h"
#include "server/search/selection.h"

namespace tracuu {
namespace {

constexpr std::size_t kDeadlineEvery = 4096;
/// Place of articles about no province.
constexpr std::size_t kNowhere = 0;

/// The provinces of articles as a request sees them, numbered from 1.
class Places {
 public:
  Places(const SearchRequest& request, const Columns& columns)
      : columns_(columns), range_(columns.range_of(column_of(FieldId::kProvince, request))) {
    const bool today = is_seen_today(FieldId::kProvince, request);
    std::map<std::string, std::size_t> number_by_name;
    for (ValueNumber value = range_.begin; value < range_.end; ++value) {
      const std::string& then = columns.value(value).value;
      const std::string name(today ? unit_of_today(then) : std::string_view(then));
      const auto [entry, is_new] = number_by_name.emplace(name, names_.size());
      if (is_new) {
        names_.push_back(name);
      }
      place_of_.push_back(entry->second);
    }
  }

  const std::string& name(std::size_t place) const { return names_[place]; }

  /// Calls `visit` for every place of an article, each once, or for kNowhere.
  void visit(Xapian::docid docid, const std::function<void(std::size_t)>& visit_place) {
    seen_.clear();
    for (const ValueNumber value : columns_.values_of(columns_.ordinal_of(docid))) {
      if (!range_.contains(value)) {
        continue;
      }
      const std::size_t place = place_of_[value - range_.begin];
      if (std::find(seen_.begin(), seen_.end(), place) == seen_.end()) {
        seen_.push_back(place);
        visit_place(place);
      }
    }
    if (seen_.empty()) {
      visit_place(kNowhere);
    }
  }

 private:
  const Columns& columns_;
  ValueRange range_;
  std::vector<std::string> names_{""};
  std::vector<std::size_t> place_of_;
  std::vector<std::size_t> seen_;  ///< of the article at hand
};

std::string month_of(Xapian::docid docid) {
  const auto day = day_of(docid);
  return day ? to_iso(PartialDate::of(*day)).substr(0, 7) : "";
}

/// Sorts what is undated behind all months.
bool is_before(const PlaceCount& a, const PlaceCount& b) {
  return std::tuple(a.province, a.period.empty(), a.period) <
         std::tuple(b.province, b.period.empty(), b.period);
}

}  // namespace

std::vector<PlaceCount> count_places(const DocidSet& docids, const SearchRequest& request,
                                     const Columns& columns, const Deadline& deadline) {
  Places places(request, columns);
  std::map<std::pair<std::size_t, std::string>, std::uint64_t> counts;
  std::string month;
  std::size_t steps = 0;
  std::optional<std::uint32_t> day_at_hand;
  for (const Xapian::docid docid : docids) {
    if (++steps % kDeadlineEvery == 0) {
      deadline.check();
    }
    // Docids run by days, so that the month is told anew once a day.
    if (const std::uint32_t day = (docid - 1) / kSlotsPerDay; day_at_hand != day) {
      day_at_hand = day;
      month = month_of(docid);
    }
    places.visit(docid, [&](std::size_t place) { ++counts[{place, month}]; });
  }
  std::vector<PlaceCount> listed;
  listed.reserve(counts.size());
  for (const auto& [cell, count] : counts) {
    listed.push_back({places.name(cell.first), cell.second, count});
  }
  std::sort(listed.begin(), listed.end(), is_before);
  return listed;
}

std::vector<PlaceCount> by_year(const std::vector<PlaceCount>& by_month) {
  std::vector<PlaceCount> years;
  for (const PlaceCount& cell : by_month) {
    const std::string year = cell.period.substr(0, 4);
    if (!years.empty() && years.back().province == cell.province && years.back().period == year) {
      years.back().count += cell.count;
    } else {
      years.push_back({cell.province, year, cell.count});
    }
  }
  return years;
}

std::vector<FirstArticles> first_articles(const DocidSet& docids, std::optional<Day> since,
                                          const SearchRequest& request, const Columns& columns,
                                          const Deadline& deadline) {
  Places places(request, columns);
  std::map<std::size_t, FirstArticles> first_by_place;
  const auto is_older = [](Xapian::docid docid, Xapian::docid known) {
    return known == 0 || (docid - 1) / kSlotsPerDay > (known - 1) / kSlotsPerDay;
  };
  std::size_t steps = 0;
  for (const Xapian::docid docid : docids) {
    if (++steps % kDeadlineEvery == 0) {
      deadline.check();
    }
    if (docid >= first_undated_docid()) {
      break;
    }
    const bool counts = !since || *day_of(docid) >= *since;
    places.visit(docid, [&](std::size_t place) {
      FirstArticles& known = first_by_place[place];
      known.first = is_older(docid, known.first) ? docid : known.first;
      known.first_since = counts && is_older(docid, known.first_since) ? docid : known.first_since;
    });
  }
  std::vector<FirstArticles> listed;
  for (auto& [place, found] : first_by_place) {
    found.province = places.name(place);
    listed.push_back(std::move(found));
  }
  return listed;
}

Xapian::docid oldest_of(const DocidSet& docids) {
  const auto undated = std::lower_bound(docids.begin(), docids.end(), first_undated_docid());
  if (undated == docids.begin()) {
    return 0;
  }
  const std::uint32_t day = (*(undated - 1) - 1) / kSlotsPerDay;
  return *std::lower_bound(docids.begin(), undated, day * kSlotsPerDay + 1);
}

DocidSet filtered(const DocidSet& matches, const SearchRequest& request, const Columns& columns,
                  const Deadline& deadline) {
  const Selection selection(request, columns);
  const DocidRange dates = selection.dates();
  DocidSet passing;
  std::size_t steps = 0;
  for (const Xapian::docid docid : matches) {
    if (++steps % kDeadlineEvery == 0) {
      deadline.check();
    }
    if (dates.first <= docid && docid <= dates.last &&
        selection.judge(docid, columns.values_of(columns.ordinal_of(docid))).failed == 0) {
      passing.push_back(docid);
    }
  }
  return passing;
}

PageCounts count_values(const DocidSet& docids, std::vector<FieldId> fields, std::size_t limit,
                        const SearchRequest& request, const Columns& columns,
                        const Deadline& deadline) {
  SearchRequest counting;
  counting.province_view = request.province_view;
  counting.locality = request.locality;
  counting.facets = std::move(fields);
  counting.facet_limit = limit;
  FilteredMatches counted =
      filter_and_count(docids, counting, Selection(counting, columns), columns, deadline);
  return {std::move(counted.facets), std::move(counted.histogram), counted.undated};
}

}  // namespace tracuu
