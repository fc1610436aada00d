#pragma once

#include <vector>

#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/columns.h"
#include "server/search/deadline.h"
#include "server/search/match_set.h"
#include "server/search/selection.h"

namespace tracuu {

/// Tells, of a search whose filters leave nothing of `matches`, how many articles there would be
/// without each filter alone; `from` and `to` are one filter. `matches` are those of any date.
/// Throws DeadlineExceeded.
std::vector<RemovedBy> removed_by(const DocidSet& matches, const SearchRequest& request,
                                  const Selection& selection, const Columns& columns,
                                  const Deadline& deadline);

}  // namespace tracuu
