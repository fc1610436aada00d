#pragma once

#include <xapian.h>

#include <vector>

#include "server/search/article_set.h"
#include "server/search/deadline.h"
#include "server/search/ranking_terms.h"
#include "server/search/term_index.h"

namespace tracuu {

/// One article with its score so far.
struct RankingCandidate {
  Xapian::docid docid = 0;
  double score = 0;
  Ordinal article = 0;
};

/// Returns the best `count` of `articles` by the BM25 sum of `ranking`, best first, equal ones by
/// docid; fewer when there are fewer. Sums are of single precision, and an article that has a term
/// over kMostTimes times counts as one that has it so often. Throws DeadlineExceeded.
std::vector<RankingCandidate> best_candidates(const TermReader& terms, const RankingTerms& ranking,
                                              const ArticleSet& articles, std::size_t count,
                                              const Deadline& deadline);

}  // namespace tracuu
