#include "server/search/page_counts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "server/search/date_order.h"
#include "server/search/facet_counter.h"
#include "server/search/selection.h"
#include "server/search/value_counts.h"

namespace tracuu {
namespace {

/// The articles of one place.
struct Place {
  std::string name;  ///< "" for no province
  ArticleSet articles;
};

/// Returns those of `articles` about each province, as a request sees it, and about none. By name;
/// places without articles are left out.
std::vector<Place> places_of(const ArticleSet& articles, const SearchRequest& request,
                             const Columns& columns, const Deadline& deadline) {
  const ValueColumn& column = columns.column(column_of(FieldId::kProvince, request));
  const bool today = is_seen_today(FieldId::kProvince, request);
  std::map<std::string, std::vector<ValueNumber>> provinces_by_name;
  for (ValueNumber value = column.range().begin; value < column.range().end; ++value) {
    const std::string& then = columns.value(value).value;
    provinces_by_name[today ? std::string(unit_of_today(then)) : then].push_back(value);
  }
  std::vector<std::vector<ValueNumber>> provinces;
  provinces.reserve(provinces_by_name.size());
  for (auto& [name, numbers] : provinces_by_name) {
    provinces.push_back(std::move(numbers));
  }
  std::vector<ArticleSet> about = column.having_any(provinces, articles);
  deadline.check();
  std::vector<Place> places{{"", articles}};
  auto name = provinces_by_name.begin();
  for (ArticleSet& its : about) {
    if (!its.empty()) {
      places.front().articles -= its;
      places.push_back({name->first, std::move(its)});
    }
    ++name;
  }
  if (places.front().articles.empty()) {
    places.erase(places.begin());
  }
  return places;
}

}  // namespace

std::vector<PlaceCount> count_places(const ArticleSet& articles, const SearchRequest& request,
                                     const Columns& columns, const Deadline& deadline) {
  std::vector<PlaceCount> counts;
  const auto add = [&](const Place& place, const OrdinalRanges& ranges, const std::string& month) {
    if (const std::size_t count = size_in(place.articles, ranges); count > 0) {
      counts.push_back({place.name, month, count});
    }
  };
  const auto months = columns.months();
  for (const Place& place : places_of(articles, request, columns, deadline)) {
    std::for_each(months.rbegin(), months.rend(), [&](const MonthOfArticles& month) {
      add(place, month.articles, month_text(month.month));
    });
    add(place, columns.undated(), "");
  }
  return counts;
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
  const ArticleSet counting =
      columns.published_in(docids_between(since.value_or(kFirstDay), kLastDay));
  std::vector<FirstArticles> listed;
  for (Place& place : places_of(articles, request, columns, deadline)) {
    const Xapian::docid first = oldest_of(place.articles, columns);
    if (first == 0) {
      continue;
    }
    place.articles &= counting;
    listed.push_back({place.name, first, oldest_of(place.articles, columns)});
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
