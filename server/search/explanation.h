#pragma once

#include <string>
#include <vector>

#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/match_set.h"
#include "server/search/ranking_terms.h"
#include "server/search/reranker.h"

namespace tracuu {

/// Writes how an answer came about, line by line: what was understood, what had to match, the terms
/// with their weights, and each hit with the parts of its score.
/// REQUIRES: `page` are the articles of `result.hits`.
std::string explain(const SearchRequest& request, const SearchResult& result,
                    Requirement requirement, const RankingTerms& ranking,
                    const std::vector<RankedArticle>& page);

}  // namespace tracuu
