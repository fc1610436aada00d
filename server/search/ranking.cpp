#include "server/search/ranking.h"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "common/index/schema.h"

namespace tracuu {
namespace {

/// The best `depth` articles. Behind the re-ranked ones stand the others in BM25 order, without
/// those of the head: sums may differ in the last digit between matches of different depth.
std::vector<RankedArticle> by_relevance(const Xapian::Database& database,
                                        const RankingTerms& ranking, const DocidSet& docids,
                                        const std::vector<RankedArticle>& best, std::size_t depth,
                                        const Deadline& deadline) {
  std::vector<RankedArticle> ranked = best;
  if (depth <= ranked.size() || ranked.size() < kReranked) {
    return ranked;
  }
  std::unordered_set<Xapian::docid> head;
  for (const RankedArticle& article : ranked) {
    head.insert(article.docid);
  }
  for (const RankingCandidate& candidate :
       best_candidates(database, ranking, docids, kLargestOffset + kLargestLimit, deadline)) {
    if (!head.contains(candidate.docid)) {
      ranked.push_back(
          {.docid = candidate.docid, .bm25 = candidate.score, .score = candidate.score});
    }
  }
  return ranked;
}

std::vector<RankedArticle> by_date(const DocidSet& docids, Sort sort, std::size_t begin,
                                   std::size_t end) {
  const auto undated = std::lower_bound(docids.begin(), docids.end(), first_undated_docid());
  const auto dated = static_cast<std::size_t>(undated - docids.begin());
  std::vector<RankedArticle> page;
  for (std::size_t i = begin; i < end; ++i) {
    const bool backwards = sort == Sort::kOldest && i < dated;
    page.push_back({.docid = docids[backwards ? dated - 1 - i : i]});
  }
  return page;
}

}  // namespace

std::vector<RankedArticle> best_of(const Xapian::Database& database, const RankingTerms& ranking,
                                   const DocidSet& docids, const Deadline& deadline) {
  if (ranking.terms.empty()) {
    return {};
  }
  return rerank(database, ranking, best_candidates(database, ranking, docids, kReranked, deadline),
                deadline);
}

std::vector<RankedArticle> ranked_page(const Xapian::Database& database,
                                       const RankingTerms& ranking, const DocidSet& docids,
                                       const std::vector<RankedArticle>& best,
                                       const SearchRequest& request, const Deadline& deadline) {
  const std::size_t begin = std::min(request.offset, docids.size());
  const std::size_t end = std::min(begin + request.limit, docids.size());
  if (begin == end) {
    return {};
  }
  if (request.sort != Sort::kRelevance || ranking.terms.empty()) {
    return by_date(docids, request.sort, begin, end);
  }
  const auto ranked = by_relevance(database, ranking, docids, best, end, deadline);
  const auto page = std::span(ranked).subspan(begin, end - begin);
  return {page.begin(), page.end()};
}

}  // namespace tracuu
