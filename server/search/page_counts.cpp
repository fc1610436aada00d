#include "server/search/page_counts.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "server/search/date_order.h"
#include "server/search/facet_counter.h"
#include "server/search/selection.h"
#include "server/search/value_counts.h"

namespace tracuu {
namespace {

constexpr std::size_t kDeadlineEvery = 4096;
/// Place of articles about no province.
constexpr std::size_t kNowhere = 0;

/// The provinces of articles as a request sees them, numbered from 1.
class Places {
 public:
  Places(const SearchRequest& request, const Columns& columns)
      : column_(columns.column(column_of(FieldId::kProvince, request))) {
    const ValueRange range = column_.range();
    const bool today = is_seen_today(FieldId::kProvince, request);
    std::map<std::string, std::size_t> number_by_name;
    for (ValueNumber value = range.begin; value < range.end; ++value) {
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
  template <typename Visit>
  void visit(Ordinal article, const Visit& visit_place) {
    seen_.clear();
    column_.for_each_of(article, [&](ValueNumber value) {
      const std::size_t place = place_of_[value - column_.range().begin];
      if (std::find(seen_.begin(), seen_.end(), place) == seen_.end()) {
        seen_.push_back(place);
        visit_place(place);
      }
    });
    if (seen_.empty()) {
      visit_place(kNowhere);
    }
  }

 private:
  const ValueColumn& column_;
  std::vector<std::string> names_{""};
  std::vector<std::size_t> place_of_;
  std::vector<std::size_t> seen_;  ///< of the article at hand
};

/// Calls `visit` with those of `articles` that lie in `ranges`.
template <typename Visit>
void visit_in(const ArticleSet& articles, const OrdinalRanges& ranges, const Deadline& deadline,
              const Visit& visit) {
  std::size_t steps = 0;
  for (const OrdinalRange range : ranges) {
    for (auto article = articles.first_from(range.begin); article && *article < range.end;
         article = articles.first_from(*article + 1)) {
      if (steps++ % kDeadlineEvery == 0) {
        deadline.check();
      }
      visit(*article);
    }
  }
}

/// Sorts what is undated behind all months.
bool is_before(const PlaceCount& a, const PlaceCount& b) {
  return std::tuple(a.province, a.period.empty(), a.period) <
         std::tuple(b.province, b.period.empty(), b.period);
}

}  // namespace

std::vector<PlaceCount> count_places(const ArticleSet& articles, const SearchRequest& request,
                                     const Columns& columns, const Deadline& deadline) {
  Places places(request, columns);
  std::map<std::pair<std::size_t, std::string>, std::uint64_t> counts;
  const auto add = [&](const OrdinalRanges& ranges, const std::string& month) {
    visit_in(articles, ranges, deadline, [&](Ordinal article) {
      places.visit(article, [&](std::size_t place) { ++counts[{place, month}]; });
    });
  };
  for (const MonthOfArticles& month : columns.months()) {
    add(month.articles, month_text(month.month));
  }
  add(columns.undated(), "");
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

std::vector<FirstArticles> first_articles(const ArticleSet& articles, std::optional<Day> since,
                                          const SearchRequest& request, const Columns& columns,
                                          const Deadline& deadline) {
  Places places(request, columns);
  std::map<std::size_t, FirstArticles> first_by_place;
  // Of one day the one with the lowest docid.
  const auto is_older = [](Xapian::docid docid, Xapian::docid known) {
    const Xapian::docid day = (docid - 1) / kSlotsPerDay;
    const Xapian::docid known_day = (known - 1) / kSlotsPerDay;
    return known == 0 || day > known_day || (day == known_day && docid < known);
  };
  visit_in(articles, columns.ordinals_in(dated_docids()), deadline, [&](Ordinal article) {
    const Xapian::docid docid = columns.docids()[article];
    const bool counts = !since || *day_of(docid) >= *since;
    places.visit(article, [&](std::size_t place) {
      FirstArticles& known = first_by_place[place];
      known.first = is_older(docid, known.first) ? docid : known.first;
      known.first_since = counts && is_older(docid, known.first_since) ? docid : known.first_since;
    });
  });
  std::vector<FirstArticles> listed;
  for (auto& [place, found] : first_by_place) {
    found.province = places.name(place);
    listed.push_back(std::move(found));
  }
  return listed;
}

Xapian::docid oldest_of(const ArticleSet& articles, const Columns& columns) {
  const auto oldest = DateOrder(articles, columns, dated_docids(), DateOrder::From::kOldest).next();
  if (!oldest) {
    return 0;
  }
  const Xapian::docid docid = columns.docids()[*oldest];
  const std::uint32_t day = (docid - 1) / kSlotsPerDay;
  DateOrder of_its_day(articles, columns, {day * kSlotsPerDay + 1, docid},
                       DateOrder::From::kNewest);
  return columns.docids()[*of_its_day.next()];
}

std::vector<Xapian::docid> docids_of(const ArticleSet& articles, const Columns& columns,
                                     std::size_t offset, std::size_t limit) {
  std::vector<Xapian::docid> docids;
  std::size_t passed = 0;
  DateOrder order(articles, columns, kAllDocids, DateOrder::From::kNewest);
  for (auto article = order.next(); article && docids.size() < limit; article = order.next()) {
    if (passed++ >= offset) {
      docids.push_back(columns.docids()[*article]);
    }
  }
  return docids;
}

ArticleSet filtered(const ArticleSet& matches, const SearchRequest& request,
                    const Columns& columns) {
  const Selection selection(request, columns);
  ArticleSet passing = selection.passing(matches);
  passing &= columns.published_in(selection.dates());
  return passing;
}

PageCounts count_values(const ArticleSet& articles, std::vector<FieldId> fields, std::size_t limit,
                        const SearchRequest& request, const Columns& columns,
                        const Deadline& deadline) {
  SearchRequest counting;
  counting.province_view = request.province_view;
  counting.locality = request.locality;
  counting.facets = std::move(fields);
  counting.facet_limit = limit;
  FilteredMatches counted =
      filter_and_count(articles, counting, Selection(counting, columns), columns, deadline);
  return {std::move(counted.facets), std::move(counted.histogram), counted.undated};
}

}  // namespace tracuu
