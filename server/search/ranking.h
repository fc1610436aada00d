#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <vector>

#include "server/query/search_request.h"
#include "server/search/article_set.h"
#include "server/search/deadline.h"
#include "server/search/ranking_terms.h"
#include "server/search/reprint_groups.h"
#include "server/search/reranker.h"

namespace tracuu {

/// Candidates that are ranked anew. Fixed, so that any two pages of one answer are cut from one
/// list.
inline constexpr std::size_t kReranked = 300;

/// Returns the best kReranked of `articles`, best first; none without ranking terms. Throws
/// DeadlineExceeded.
std::vector<RankedArticle> best_of(const TermReader& terms, const RankingTerms& ranking,
                                   const ArticleSet& articles, const Deadline& deadline);

/// Articles to put in order.
struct Matches {
  const ArticleSet& articles;
  std::size_t total = 0;                  ///< of them
  std::uint64_t groups = 0;               ///< of them, reprints of one text counted once
  std::span<const RankedArticle> best{};  ///< best_of() them, for Sort::kRelevance
};

/// Returns articles `offset` to `offset` + `limit` of `matches` in the order of `sort`; undated
/// ones stand last by date. Without ranking terms relevance is newest first. With `collapse` the
/// first of each reprint group in that order stands for the group, and offset and limit count
/// groups. All pages joined are one list without gaps or repeats. Throws DeadlineExceeded.
std::vector<RankedArticle> ranked_page(const TermReader& terms, const RankingTerms& ranking,
                                       const Matches& matches, const ReprintGroups& reprints,
                                       const SearchRequest& request, const Deadline& deadline);

}  // namespace tracuu
