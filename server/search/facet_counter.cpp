#include "server/search/facet_counter.h"

#include <algorithm>
#include <utility>

#include "server/search/value_counts.h"

namespace tracuu {
namespace {

/// Marks what a filter names among the values, and adds what is not.
void add_selected(FieldId id, const SearchRequest& request, const ValueCounts& counter,
                  const std::vector<std::uint32_t>& counts, std::vector<FacetValue>& values) {
  for (const Filter& filter : request.filters) {
    for (std::size_t i = 0; filter.field == id && i < filter.values.size(); ++i) {
      const std::string& wanted = filter.values[i];
      const auto place = counter.place_of(wanted);
      FacetValue selected = place ? counter.value_at(*place) : counter.unknown(wanted);
      selected.count = place ? counts[*place] : 0;
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
  const std::vector<std::uint32_t> counts = counter.counts_in(articles);
  std::vector<std::uint32_t> places;
  for (std::uint32_t place = 0; place < counts.size(); ++place) {
    if (counts[place] > 0) {
      places.push_back(place);
    }
  }
  Facet facet{id, {}, places.size()};
  const std::size_t shown = std::min(request.facet_limit, places.size());
  const auto last = places.begin() + static_cast<std::ptrdiff_t>(shown);
  std::partial_sort(places.begin(), last, places.end(), [&](std::uint32_t a, std::uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
  });
  for (auto place = places.begin(); place != last; ++place) {
    facet.values.push_back(counter.value_at(*place));
    facet.values.back().count = counts[*place];
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
    const std::size_t count = filtered.articles.size_in(month.articles.begin, month.articles.end);
    if (count > 0) {
      filtered.histogram.push_back({month_text(month.month), count});
    }
  });
  filtered.undated = filtered.articles.size_in(columns.undated().begin, columns.undated().end);
  return filtered;
}

}  // namespace tracuu
