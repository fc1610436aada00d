#pragma once

#include <vector>

#include "server/query/query.h"
#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/deadline.h"
#include "server/search/match_set.h"
#include "server/search/reranker.h"
#include "server/search/snapshot.h"

namespace tracuu {

/// Answers one request from one generation: matches, second readings and fall-backs, facets, the
/// page in order, snippets and the explanation. Throws DeadlineExceeded and Xapian::Error.
SearchResult search_snapshot(const Snapshot& snapshot, const SearchRequest& request, Query query,
                             const Deadline& deadline);

/// What a search finds, in order, before an article of it is read.
struct SearchListing {
  SearchResult result;  ///< without hits and explanation
  DocidSet matches;
  std::vector<RankedArticle> page;
};

/// Does the same up to the page. Throws as search_snapshot() does.
SearchListing list_snapshot(const Snapshot& snapshot, const SearchRequest& request, Query query,
                            const Deadline& deadline);

}  // namespace tracuu
