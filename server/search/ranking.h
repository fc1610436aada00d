#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "server/query/search_request.h"
#include "server/search/deadline.h"
#include "server/search/match_set.h"
#include "server/search/ranking_terms.h"
#include "server/search/reranker.h"

namespace tracuu {

/// Candidates that are ranked anew. Fixed, so that any two pages of one answer are cut from one
/// list.
inline constexpr std::size_t kReranked = 300;

/// Returns the best kReranked of `docids`, best first; none without ranking terms. Throws
/// DeadlineExceeded.
std::vector<RankedArticle> best_of(const Xapian::Database& database, const RankingTerms& ranking,
                                   const DocidSet& docids, const Deadline& deadline);

/// Returns articles `offset` to `offset` + `limit` of `docids` in the order of `sort`; undated ones
/// stand last by date. Without ranking terms relevance is newest first. All pages joined are one
/// list without gaps or repeats. Throws DeadlineExceeded. REQUIRES: with Sort::kRelevance `best` is
/// best_of() the same.
std::vector<RankedArticle> ranked_page(const Xapian::Database& database,
                                       const RankingTerms& ranking, const DocidSet& docids,
                                       const std::vector<RankedArticle>& best,
                                       const SearchRequest& request, const Deadline& deadline);

}  // namespace tracuu
