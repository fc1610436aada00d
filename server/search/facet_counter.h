#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/columns.h"
#include "server/search/deadline.h"
#include "server/search/match_set.h"
#include "server/search/selection.h"

namespace tracuu {

/// What one pass over the matches of a query tells.
struct FilteredMatches {
  DocidSet docids;                    ///< those that pass all filters
  std::vector<Facet> facets;          ///< in the order of SearchRequest::facets
  std::vector<MonthCount> histogram;  ///< of `docids`, oldest month first
  std::uint64_t undated = 0;          ///< of `docids`
};

/// Filters the matches of a query and counts the facets that the request asks for, in one pass.
/// A facet counts the articles that pass all filters but its own, so that its other values show
/// what choosing them would add. REQUIRES: `matches` lie in selection.dates().
/// Throws DeadlineExceeded.
FilteredMatches filter_and_count(const DocidSet& matches, const SearchRequest& request,
                                 const Selection& selection, const Columns& columns,
                                 const Deadline& deadline);

}  // namespace tracuu
