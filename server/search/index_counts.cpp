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

CountByName counts_of(const DocidSet& docids, FieldId id, ProvinceView view, const Columns& columns,
                      const Deadline& deadline) {
  SearchRequest request;
  request.province_view = view;
  CountByName counts;
  const PageCounts counted = count_values(docids, {id}, kAllValues, request, columns, deadline);
  for (const FacetValue& value : counted.facets.front().values) {
    counts[value.value] = value.count;
  }
  return counts;
}

std::uint64_t count_in(const CountByName& counts, const std::string& name) {
  const auto found = counts.find(name);
  return found == counts.end() ? 0 : found->second;
}

FieldStats stats_of(FieldId id, const DocidSet& docids, const Columns& columns,
                    const Deadline& deadline) {
  const ValueRange range = columns.range_of(id);
  FieldStats stats{id, range.size(), 0, 0};
  constexpr std::size_t kDeadlineEvery = 4096;
  for (std::size_t ordinal = 0; ordinal < docids.size(); ++ordinal) {
    if (ordinal % kDeadlineEvery == 0) {
      deadline.check();
    }
    const auto row = columns.values_of(ordinal);
    const auto first = std::lower_bound(row.begin(), row.end(), range.begin);
    const auto last = std::lower_bound(first, row.end(), range.end);
    stats.articles += first != last ? 1 : 0;
    stats.pairs += static_cast<std::uint64_t>(last - first);
  }
  return stats;
}

}  // namespace

ProvincesAnswer count_provinces(const Snapshot& snapshot, const ProvincesRequest& request,
                                const Deadline& deadline) {
  const Columns& columns = snapshot.columns();
  const auto all = columns.docids();
  const DocidSet docids = filtered({all.begin(), all.end()}, request.search, columns, deadline);
  const auto counts = [&](FieldId id, ProvinceView view) {
    return counts_of(docids, id, view, columns, deadline);
  };
  const CountByName about_then = counts(FieldId::kProvince, ProvinceView::kThen);
  const CountByName about_today = counts(FieldId::kProvince, ProvinceView::kToday);
  const CountByName mentioned_then = counts(FieldId::kMentioned, ProvinceView::kThen);
  const CountByName mentioned_today = counts(FieldId::kMentioned, ProvinceView::kToday);
  ProvincesAnswer answer{{}, docids.size(), 0, snapshot.info()};
  for (const ProvinceUnit& unit : province_units()) {
    answer.articles.push_back(
        {count_in(unit.is_of_today ? about_today : about_then, unit.name),
         count_in(unit.is_of_today ? mentioned_today : mentioned_then, unit.name)});
  }
  for (const PlaceCount& cell : by_year(count_places(docids, request.search, columns, deadline))) {
    answer.national += cell.province.empty() ? cell.count : 0;
  }
  return answer;
}

StatsAnswer index_stats(const Snapshot& snapshot, const StatsRequest& request,
                        const Deadline& deadline) {
  const Columns& columns = snapshot.columns();
  const auto all = columns.docids();
  const DocidSet docids(all.begin(), all.end());
  StatsAnswer answer;
  answer.index = snapshot.info();
  for (const Field& row : kFields) {
    if (row.slot != kPublishedSlot) {
      answer.fields.push_back(stats_of(row.id, docids, columns, deadline));
    }
  }
  PageCounts counts = count_values(docids, {FieldId::kProvince, FieldId::kSource}, request.limit,
                                   SearchRequest(), columns, deadline);
  PageCounts years =
      count_values(docids, {FieldId::kYear}, kAllValues, SearchRequest(), columns, deadline);
  std::sort(years.facets.front().values.begin(), years.facets.front().values.end(),
            [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  answer.facets = std::move(counts.facets);
  answer.facets.push_back(std::move(years.facets.front()));
  answer.histogram = std::move(counts.histogram);
  answer.undated = counts.undated;
  answer.reprint_groups = snapshot.reprints().group_count();
  const Snapshot::Lease lease(snapshot);
  answer.report = lease.database().get_metadata(kReportKey);
  answer.schema = lease.database().get_metadata(kSchemaKey);
  return answer;
}

}  // namespace tracuu
