#pragma once

#include <xapian.h>

#include <vector>

#include "server/search/best_candidates.h"
#include "server/search/ranking_terms.h"

namespace tracuu {

/// A candidate with the parts of its score.
struct RankedArticle {
  Xapian::docid docid = 0;
  Ordinal article = 0;
  double bm25 = 0;
  /// Share of the query's neighbours that are neighbours in the article too, weighted by idf, 0..1.
  double coverage = 0;
  /// Share of the query's neighbours that stand in one piece of the article, 0..1; told only of the
  /// best kRunsRead.
  double run = 0;
  /// Share of the query that names papers which the article cites by full number, 0..1.
  double papers = 0;
  bool title = false;    ///< bears the query, and nothing else, as its title
  bool exact = false;    ///< has the whole query in one piece with the very marks that were typed
  double freshness = 0;  ///< 1 for the day of the newest article, half for three years before
  /// bm25 + the largest possible bm25 x (coverage^6 + run^6 / 2 + kPaperWeight x papers +
  /// kExactWeight when exact + kTitleIsQueryWeight when title + kFreshnessWeight x freshness)
  double score = 0;
};

/// An article that cites a paper by its full number tells which paper it means.
inline constexpr double kPaperWeight = 0.25;
inline constexpr double kExactWeight = 0.1;
inline constexpr double kTitleIsQueryWeight = 0.2;
/// How mild the freshness prior is: it decides between articles that are as good but for their age.
/// Age is counted from the newest article of the index, not from today, so that an answer does not
/// change while the index does not.
inline constexpr double kFreshnessWeight = 0.01;

/// Candidates whose longest run is read: it decides between those that cover the query alike.
inline constexpr std::size_t kRunsRead = 50;

/// Ranks candidates anew by how much of what stood together in the query stands together in them,
/// pair by pair and in one piece. The steep power makes an article that has nearly all of a title,
/// a phrase or a question win over one that repeats some of its words. Best first, equal ones by
/// docid. Throws DeadlineExceeded.
std::vector<RankedArticle> rerank(const TermReader& terms, const RankingTerms& ranking,
                                  const std::vector<RankingCandidate>& candidates,
                                  const Deadline& deadline);

}  // namespace tracuu
