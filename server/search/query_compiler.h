#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "server/search/deadline.h"
#include "server/search/ranking_terms.h"

namespace tracuu {

/// One article with its score so far.
struct RankingCandidate {
  Xapian::docid docid = 0;
  double score = 0;
};

/// Compiles ranking terms to the Xapian query that adds up their weights; it matches every article.
Xapian::Query compile(const RankingTerms& ranking);

/// Returns the best `count` of `docids` by the BM25 sum of `ranking`, best first, equal ones by
/// docid; fewer when there are fewer. Throws DeadlineExceeded.
std::vector<RankingCandidate> best_candidates(const Xapian::Database& database,
                                              const RankingTerms& ranking,
                                              std::span<const Xapian::docid> docids,
                                              std::size_t count, const Deadline& deadline);

}  // namespace tracuu
