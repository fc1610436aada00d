#pragma once

#include <cstdint>
#include <vector>

#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/article_set.h"
#include "server/search/columns.h"
#include "server/search/deadline.h"
#include "server/search/selection.h"

namespace tracuu {

/// What the matches of a query are after all filters, and what the facets count.
struct FilteredMatches {
  ArticleSet articles;                ///< those that pass all filters
  std::size_t total = 0;              ///< how many they are
  std::vector<Facet> facets;          ///< in the order of SearchRequest::facets
  std::vector<MonthCount> histogram;  ///< of `articles`, oldest month first
  std::uint64_t undated = 0;          ///< of `articles`
};

/// Filters the matches of a query and counts the facets that the request asks for. A facet counts
/// the articles that pass all filters but its own, so that its other values show what choosing them
/// would add. REQUIRES: `matches` lie in selection.dates(). Throws DeadlineExceeded.
FilteredMatches filter_and_count(const ArticleSet& matches, const SearchRequest& request,
                                 const Selection& selection, const Columns& columns,
                                 const Deadline& deadline);

}  // namespace tracuu
