#include "server/search/reranker.h"

#include <algorithm>

namespace tracuu {
namespace {

double to_the_sixth(double share) {
  const double cube = share * share * share;
  return cube * cube;
}

/// Adds `share` to the coverage of those that bear `term`. REQUIRES: `articles` ascend by docid.
void cover(const Xapian::Database& database, const std::string& term, double share,
           std::vector<RankedArticle>& articles) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (RankedArticle& article : articles) {
    if (posting != end && *posting < article.docid) {
      posting.skip_to(article.docid);
    }
    if (posting == end) {
      return;
    }
    if (*posting == article.docid) {
      article.coverage += share;
    }
  }
}

}  // namespace

std::vector<RankedArticle> rerank(const Xapian::Database& database, const RankingTerms& ranking,
                                  const std::vector<RankingCandidate>& candidates) {
  std::vector<RankedArticle> articles;
  articles.reserve(candidates.size());
  for (const RankingCandidate& candidate : candidates) {
    articles.push_back({candidate.docid, candidate.score, 0, candidate.score});
  }
  std::sort(articles.begin(), articles.end(),
            [](const RankedArticle& a, const RankedArticle& b) { return a.docid < b.docid; });
  double all = 0;
  for (const RankingTerm& bigram : ranking.bigrams) {
    all += bigram.idf;
  }
  for (const RankingTerm& bigram : ranking.bigrams) {
    cover(database, bigram.term, bigram.idf / all, articles);
  }
  for (RankedArticle& article : articles) {
    article.score += ranking.reachable * to_the_sixth(article.coverage);
  }
  std::stable_sort(
      articles.begin(), articles.end(),
      [](const RankedArticle& a, const RankedArticle& b) { return a.score > b.score; });
  return articles;
}

}  // namespace tracuu
