#include "server/search/reranker.h"

#include <algorithm>
#include <cmath>

#include "common/index/schema.h"
#include "server/search/longest_run.h"

namespace tracuu {
namespace {

constexpr double kRunWeight = 0.5;
constexpr double kDaysToHalf = 3 * 365.25;

double to_the_sixth(double share) {
  const double cube = share * share * share;
  return cube * cube;
}

Xapian::docid newest_of(const Xapian::Database& database) {
  const auto first = database.postlist_begin("");
  return first == database.postlist_end("") ? 0 : *first;
}

/// Docids count the days backwards.
double freshness(Xapian::docid docid, Xapian::docid newest) {
  if (docid >= first_undated_docid()) {
    return 0;
  }
  const double days = static_cast<double>((docid - 1) / kSlotsPerDay) -
                      static_cast<double>((newest - 1) / kSlotsPerDay);
  return std::exp2(-days / kDaysToHalf);
}

void sort_by_score(std::vector<RankedArticle>& articles) {
  std::stable_sort(
      articles.begin(), articles.end(),
      [](const RankedArticle& a, const RankedArticle& b) { return a.score > b.score; });
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
                                  const std::vector<RankingCandidate>& candidates,
                                  const Deadline& deadline) {
  const Xapian::docid newest = newest_of(database);
  std::vector<RankedArticle> articles;
  articles.reserve(candidates.size());
  for (const RankingCandidate& candidate : candidates) {
    articles.push_back({.docid = candidate.docid,
                        .bm25 = candidate.score,
                        .freshness = freshness(candidate.docid, newest),
                        .score = candidate.score});
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
    article.score +=
        ranking.reachable * (to_the_sixth(article.coverage) + kFreshnessWeight * article.freshness);
  }
  sort_by_score(articles);
  LongestRun longest_run(database, ranking);
  for (std::size_t i = 0; i < std::min(articles.size(), kRunsRead); ++i) {
    deadline.check();
    articles[i].run = longest_run.in(articles[i].docid);
    articles[i].score += ranking.reachable * kRunWeight * to_the_sixth(articles[i].run);
  }
  sort_by_score(articles);
  return articles;
}

}  // namespace tracuu
