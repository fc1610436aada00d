#include "server/search/reranker.h"

#include <algorithm>
#include <cmath>

#include "common/index/schema.h"
#include "server/search/exact_writing.h"
#include "server/search/longest_run.h"
#include "server/search/whole_title.h"

namespace tracuu {
namespace {

constexpr double kRunWeight = 0.5;
constexpr double kWhole = 0.999;  ///< of a run, but for rounding
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
  const Xapian::docid days = (docid - 1) / kSlotsPerDay - (newest - 1) / kSlotsPerDay;
  return std::exp2(-static_cast<double>(days) / kDaysToHalf);
}

void sort_by_score(std::vector<RankedArticle>& articles) {
  std::stable_sort(
      articles.begin(), articles.end(),
      [](const RankedArticle& a, const RankedArticle& b) { return a.score > b.score; });
}

/// Marks those that bear `term`. REQUIRES: `articles` ascend by docid.
void mark_bearing(const Xapian::Database& database, const std::string& term,
                  const std::vector<RankedArticle>& articles, std::vector<bool>& bearing) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (std::size_t i = 0; i < articles.size() && posting != end; ++i) {
    if (*posting < articles[i].docid) {
      posting.skip_to(articles[i].docid);
    }
    if (posting != end && *posting == articles[i].docid) {
      bearing[i] = true;
    }
  }
}

/// Tells how much of the query's pairs each article has, and which papers it cites. REQUIRES:
/// `articles` ascend by docid.
void cover(const Xapian::Database& database, const RankingTerms& ranking,
           std::vector<RankedArticle>& articles) {
  std::vector<std::vector<bool>> citing;
  for (const RankingPaper& paper : ranking.papers) {
    citing.emplace_back(articles.size());
    for (const std::string& number : paper.numbers) {
      mark_bearing(database, number, articles, citing.back());
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
      articles[i].papers += citing.back()[i] ? paper.share : 0;
    }
  }
  double all = 0;
  for (const RankingTerm& bigram : ranking.bigrams) {
    all += bigram.idf;
  }
  for (const RankingTerm& bigram : ranking.bigrams) {
    std::vector<bool> bearing =
        bigram.paper ? citing[*bigram.paper] : std::vector<bool>(articles.size());
    mark_bearing(database, bigram.term, articles, bearing);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      articles[i].coverage += bearing[i] ? bigram.idf / all : 0;
    }
  }
}

/// Reads the articles that lead for how much of the query they have in one piece.
void read_runs(const TokenStreams& streams, const RankingTerms& ranking, const Deadline& deadline,
               std::vector<RankedArticle>& articles) {
  LongestRun longest_run(streams, ranking);
  const ExactWriting writing(streams, ranking);
  const WholeTitle title(streams, ranking);
  for (std::size_t i = 0; i < std::min(articles.size(), kRunsRead); ++i) {
    deadline.check();
    RankedArticle& article = articles[i];
    const double run = longest_run.in(article.docid);
    article.run = std::max(run, article.papers);
    article.exact = run >= kWhole && writing.in(article.docid);
    article.title = run >= kWhole && title.is_of(article.docid);
    article.score += ranking.reachable *
                     (kRunWeight * to_the_sixth(article.run) + (article.exact ? kExactWeight : 0) +
                      (article.title ? kTitleIsQueryWeight : 0));
  }
}

}  // namespace

std::vector<RankedArticle> rerank(const Xapian::Database& database, const TokenStreams& streams,
                                  const RankingTerms& ranking,
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
  cover(database, ranking, articles);
  for (RankedArticle& article : articles) {
    article.score +=
        ranking.reachable * (to_the_sixth(article.coverage) + kPaperWeight * article.papers +
                             kFreshnessWeight * article.freshness);
  }
  sort_by_score(articles);
  read_runs(streams, ranking, deadline, articles);
  sort_by_score(articles);
  return articles;
}

}  // namespace tracuu
