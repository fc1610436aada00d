#include "server/search/index_counts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "common/entity/gazetteer/province_units.h"
#include "common/index/generation.h"
#include "server/search/page_counts.h"

namespace tracuu {
namespace {

constexpr std::size_t kAllValues = 1'000'000;

using CountByName = std::map<std::string, std::uint64_t>;

CountByName counts_of(const ArticleSet& articles, FieldId id, ProvinceView view,
                      const Columns& columns, const Deadline& deadline) {
  SearchRequest request;
  request.province_view = view;
  CountByName counts;
  const PageCounts counted = count_values(articles, {id}, kAllValues, request, columns, deadline);
  for (const FacetValue& value : counted.facets.front().values) {
    counts[value.value] = value.count;
  }
  return counts;
}

std::uint64_t count_in(const CountByName& counts, const std::string& name) {
  const auto found = counts.find(name);
  return found == counts.end() ? 0 : found->second;
}

FieldStats stats_of(FieldId id, const ArticleSet& articles, const Columns& columns) {
  FieldStats stats{id, columns.range_of(id).size(), 0, 0};
  ArticleSet having(articles.articles());
  const ValueColumn& column = columns.column(id);
  for (ValueNumber number = column.range().begin; number < column.range().end; ++number) {
    for (const Ordinal article : column.articles_with(number)) {
      stats.pairs += articles.contains(article) ? 1 : 0;
    }
    column.add_articles_with(number, having);
  }
  having &= articles;
  stats.articles = having.size();
  return stats;
}

}  // namespace

ProvincesAnswer count_provinces(const Snapshot& snapshot, const ProvincesRequest& request,
                                const Deadline& deadline) {
  const Columns& columns = snapshot.columns();
  const ArticleSet articles = filtered(columns.live(), request.search, columns);
  const auto counts = [&](FieldId id, ProvinceView view) {
    return counts_of(articles, id, view, columns, deadline);
  };
  const CountByName about_then = counts(FieldId::kProvince, ProvinceView::kThen);
  const CountByName about_today = counts(FieldId::kProvince, ProvinceView::kToday);
  const CountByName mentioned_then = counts(FieldId::kMentioned, ProvinceView::kThen);
  const CountByName mentioned_today = counts(FieldId::kMentioned, ProvinceView::kToday);
  ProvincesAnswer answer{{}, articles.size(), 0, snapshot.info()};
  for (const ProvinceUnit& unit : province_units()) {
    answer.articles.push_back(
        {count_in(unit.is_of_today ? about_today : about_then, unit.name),
         count_in(unit.is_of_today ? mentioned_today : mentioned_then, unit.name)});
  }
  for (const PlaceCount& cell :
       by_year(count_places(articles, request.search, columns, deadline))) {
    answer.national += cell.province.empty() ? cell.count : 0;
  }
  return answer;
}

StatsAnswer index_stats(const Snapshot& snapshot, const StatsRequest& request,
                        const Deadline& deadline) {
  const Columns& columns = snapshot.columns();
  const ArticleSet& all = columns.live();
  StatsAnswer answer;
  answer.index = snapshot.info();
  for (const Field& row : kFields) {
    if (row.slot != kPublishedSlot) {
      deadline.check();
      answer.fields.push_back(stats_of(row.id, all, columns));
    }
  }
  PageCounts counts = count_values(all, {FieldId::kProvince, FieldId::kSource}, request.limit,
                                   SearchRequest(), columns, deadline);
  PageCounts years =
      count_values(all, {FieldId::kYear}, kAllValues, SearchRequest(), columns, deadline);
  std::sort(years.facets.front().values.begin(), years.facets.front().values.end(),
            [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  answer.facets = std::move(counts.facets);
  answer.facets.push_back(std::move(years.facets.front()));
  answer.histogram = std::move(counts.histogram);
  answer.undated = counts.undated;
  answer.reprint_groups = snapshot.reprints().group_count();
  const Snapshot::Lease lease(snapshot);
  answer.report = lease.databases().metadata(kReportKey);
  answer.schema = lease.databases().metadata(kSchemaKey);
  return answer;
}

}  // namespace tracuu
