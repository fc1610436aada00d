#pragma once

#include <vector>

#include "server/query/page_result.h"
#include "server/query/search_request.h"
#include "server/search/columns.h"
#include "server/search/deadline.h"
#include "server/search/match_set.h"

namespace tracuu {

// Counts over the articles of a page, from columns alone.

/// Articles by province and month, or year: sorted by province, then period, undated last. An
/// article about several provinces counts in each; one about none under "". `request` says which
/// provinces are meant (locality) and as of when (province_view). Throws DeadlineExceeded.
std::vector<PlaceCount> count_places(const DocidSet& docids, const SearchRequest& request,
                                     const Columns& columns, const Deadline& deadline);
/// The same by year, added up.
std::vector<PlaceCount> by_year(const std::vector<PlaceCount>& by_month);

/// The oldest dated article of each province and, of those from `since` on, the oldest again.
struct FirstArticles {
  std::string province;  ///< "" for articles about none
  Xapian::docid first = 0;
  Xapian::docid first_since = 0;  ///< 0 for none
};
/// Of several on one day the first in the order of the index. By province; undated articles are
/// left out. Throws DeadlineExceeded.
std::vector<FirstArticles> first_articles(const DocidSet& docids, std::optional<Day> since,
                                          const SearchRequest& request, const Columns& columns,
                                          const Deadline& deadline);

/// Returns the oldest dated article, the first of its day, or 0 when none has a date.
Xapian::docid oldest_of(const DocidSet& docids);

/// Filters `matches` as a search does.
DocidSet filtered(const DocidSet& matches, const SearchRequest& request, const Columns& columns,
                  const Deadline& deadline);

/// Counts `fields` over all of `docids`, which have passed the filters of `request` already.
struct PageCounts {
  std::vector<Facet> facets;
  std::vector<MonthCount> histogram;
  std::uint64_t undated = 0;
};
PageCounts count_values(const DocidSet& docids, std::vector<FieldId> fields, std::size_t limit,
                        const SearchRequest& request, const Columns& columns,
                        const Deadline& deadline);

}  // namespace tracuu
