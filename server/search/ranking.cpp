#include "server/search/ranking.h"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "common/index/schema.h"

namespace tracuu {
namespace {

/// The best `depth` articles. Behind the re-ranked head stand the others in BM25 order, without
/// those of the head: sums may differ in the last digit between matches of different depth.
std::vector<RankedArticle> by_relevance(const Xapian::Database& database,
                                        const RankingTerms& ranking, const DocidSet& docids,
                                        std::size_t depth, const Deadline& deadline) {
  std::vector<RankedArticle> ranked =
      rerank(database, ranking, best_candidates(database, ranking, docids, kReranked, deadline));
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
      ranked.push_back({candidate.docid, candidate.score, 0, candidate.score});
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
    page.push_back({docids[backwards ? dated - 1 - i : i], 0, 0, 0});
  }
  return page;
}

}  // namespace

std::vector<RankedArticle> ranked_page(const Xapian::Database& database,
                                       const RankingTerms& ranking, const DocidSet& docids,
                                       const SearchRequest& request, const Deadline& deadline) {
  const std::size_t begin = std::min(request.offset, docids.size());
  const std::size_t end = std::min(begin + request.limit, docids.size());
  if (begin == end) {
    return {};
  }
  if (request.sort != Sort::kRelevance || ranking.terms.empty()) {
    return by_date(docids, request.sort, begin, end);
  }
  const auto ranked = by_relevance(database, ranking, docids, end, deadline);
  const auto page = std::span(ranked).subspan(begin, end - begin);
  return {page.begin(), page.end()};
}

}  // namespace tracuu
