#pragma once

#include <string>
#include <vector>

#include "server/query/page_request.h"
#include "server/query/page_result.h"
#include "server/search/columns.h"
#include "server/search/deadline.h"
#include "server/search/match_set.h"
#include "server/search/paper_readings.h"

namespace tracuu {

/// Which paper a request is about, or what it may be about.
struct PaperChoice {
  PaperScope scope;                        ///< number "" when there is no page
  std::vector<PaperCandidate> candidates;  ///< counted under the filters
  std::vector<std::string> nearest;
};

/// Chooses the paper: a number that articles cite; the identity or the date asked for. A short
/// number, a date that several papers have, a plenum without its term and a popular name give
/// candidates. Throws DeadlineExceeded.
PaperChoice choose_paper(const DocumentRequest& request, const Xapian::Database& database,
                         const Columns& columns, const Deadline& deadline);

/// Returns the articles that cite what `scope` says and pass the filters. Throws DeadlineExceeded.
DocidSet citing(const PaperScope& scope, const SearchRequest& request,
                const Xapian::Database& database, const Columns& columns, const Deadline& deadline);

}  // namespace tracuu
