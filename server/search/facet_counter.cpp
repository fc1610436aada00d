#include "server/search/facet_counter.h"

#include <algorithm>
#include <utility>

#include "server/search/value_counts.h"

namespace tracuu {
namespace {

std::uint32_t count_at(std::size_t place, const std::vector<CountedPlace>& counts) {
  const auto found = std::ranges::lower_bound(counts, place, {}, &CountedPlace::place);
  return found == counts.end() || found->place != place ? 0 : found->count;
}

/// Marks what a filter names among the values, and adds what is not.
void add_selected(FieldId id, const SearchRequest& request, const ValueCounts& counter,
                  const std::vector<CountedPlace>& counts, std::vector<FacetValue>& values) {
  for (const Filter& filter : request.filters) {
    for (std::size_t i = 0; filter.field == id && i < filter.values.size(); ++i) {
      const std::string& wanted = filter.values[i];
      const auto place = counter.place_of(wanted);
      FacetValue selected = place ? counter.value_at(*place) : counter.unknown(wanted);
      selected.count = place ? count_at(*place, counts) : 0;
      selected.selected = true;
      const auto known = std::find_if(values.begin(), values.end(), [&](const FacetValue& value) {
        return value.value == selected.value;
      });
      if (known == values.end()) {
        values.push_back(std::move(selected));
      } else {
        known->selected = true;
      }
    }
  }
}

Facet counted(FieldId id, const SearchRequest& request, const ValueCounts& counter,
              const ArticleSet& articles) {
  const std::vector<CountedPlace> counts = counter.counts_in(articles);
  Facet facet{id, {}, counts.size()};
  std::vector<CountedPlace> shown(std::min(request.facet_limit, counts.size()));
  std::ranges::partial_sort_copy(counts, shown, [](const CountedPlace& a, const CountedPlace& b) {
    return a.count != b.count ? a.count > b.count : a.place < b.place;
  });
  for (const CountedPlace& value : shown) {
    facet.values.push_back(counter.value_at(value.place));
    facet.values.back().count = value.count;
  }
  add_selected(id, request, counter, counts, facet.values);
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return facet;
}

}  // namespace

FilteredMatches filter_and_count(const ArticleSet& matches, const SearchRequest& request,
                                 const Selection& selection, const Columns& columns,
                                 const Deadline& deadline) {
  FilteredMatches filtered;
  filtered.articles = selection.passing(matches);
  filtered.total = filtered.articles.size();
  for (const FieldId id : request.facets) {
    deadline.check();
    const auto counter = value_counts(id, request, columns);
    filtered.facets.push_back(
        selection.filters(id) ? counted(id, request, *counter, selection.passing_but(id, matches))
                              : counted(id, request, *counter, filtered.articles));
  }
  const auto months = columns.months();
  std::for_each(months.rbegin(), months.rend(), [&](const MonthOfArticles& month) {
    const std::size_t count = size_in(filtered.articles, month.articles);
    if (count > 0) {
      filtered.histogram.push_back({month_text(month.month), count});
    }
  });
  filtered.undated = size_in(filtered.articles, columns.undated());
  return filtered;
}

}  // namespace tracuu
