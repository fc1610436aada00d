#pragma once

#include "server/query/query.h"
#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/deadline.h"
#include "server/search/snapshot.h"

namespace tracuu {

/// Answers one request from one generation: matches, second readings and fall-backs, facets, the
/// page in order, snippets and the explanation. Throws DeadlineExceeded and Xapian::Error.
SearchResult search_snapshot(const Snapshot& snapshot, const SearchRequest& request, Query query,
                             const Deadline& deadline);

}  // namespace tracuu
