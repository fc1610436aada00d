#pragma once

#include <xapian.h>

#include <vector>

#include "server/search/query_compiler.h"
#include "server/search/ranking_terms.h"

namespace tracuu {

/// A candidate with the parts of its score.
struct RankedArticle {
  Xapian::docid docid = 0;
  double bm25 = 0;
  /// Share of the query's neighbours that are neighbours in the article too, weighted by idf, 0..1.
  double coverage = 0;
  double score = 0;  ///< bm25 + the largest possible bm25 x coverage^6
};

/// Ranks candidates anew by how much of what stood together in the query stands together in them.
/// The steep power makes an article that has nearly all of a title, a phrase or a question win over
/// one that repeats some of its words. Best first, equal ones by docid.
std::vector<RankedArticle> rerank(const Xapian::Database& database, const RankingTerms& ranking,
                                  const std::vector<RankingCandidate>& candidates);

}  // namespace tracuu
