#pragma once

#include <xapian.h>

#include <vector>

#include "common/index/article.h"
#include "server/search/best_candidates.h"
#include "server/search/deadline.h"
#include "server/search/ranking_terms.h"
#include "server/search/reprint_groups.h"

namespace tracuu {

/// Returns what ranks articles by their likeness to `article`: its strongest syllables as written
/// and pairs of neighbours, by how often it says them and how few others do, those of the title
/// counted twice; and the papers it cites, where it is known which ones.
RankingTerms terms_of_matter(const TermReader& reader, const Article& article);

/// Returns the articles on the same matter as the one at `docid`, best first, at most `limit`: each
/// has one of its strongest pairs or papers. Left out are the article and its reprints; other
/// groups stand once. Scores are shares of what an article with all of the terms could reach, 0
/// to 1. Throws DeadlineExceeded.
std::vector<RankingCandidate> similar_articles(const TermReader& reader,
                                               const ReprintGroups& groups, Xapian::docid docid,
                                               std::size_t limit, const Deadline& deadline);

}  // namespace tracuu
