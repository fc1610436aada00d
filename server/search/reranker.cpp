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

/// Marks those that bear `term`.
void mark_bearing(const TermReader& terms, const std::string& term,
                  const std::vector<RankedArticle>& articles, std::vector<bool>& bearing) {
  const TermPostings& postings = terms.postings(term);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    bearing[i] = bearing[i] || postings.contains(articles[i].article);
  }
}

/// Tells how much of the query's pairs each article has, and which papers it cites.
void cover(const TermReader& terms, const RankingTerms& ranking,
           std::vector<RankedArticle>& articles) {
  std::vector<std::vector<bool>> citing;
  for (const RankingPaper& paper : ranking.papers) {
    citing.emplace_back(articles.size());
    for (const std::string& number : paper.numbers) {
      mark_bearing(terms, number, articles, citing.back());
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
    mark_bearing(terms, bigram.term, articles, bearing);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      articles[i].coverage += bearing[i] ? bigram.idf / all : 0;
    }
  }
}

/// What is looked for in the words of one segment's articles.
struct TextReader {
  TextReader(const TokenStreams& streams, const RankingTerms& ranking)
      : longest_run(streams, ranking), writing(streams, ranking), title(streams, ranking) {}

  LongestRun longest_run;
  ExactWriting writing;
  WholeTitle title;
};

/// Reads the articles that lead for how much of the query they have in one piece.
void read_runs(const TermReader& terms, const RankingTerms& ranking, const Deadline& deadline,
               std::vector<RankedArticle>& articles) {
  std::vector<TextReader> readers;  // by segment
  for (const TokenStreams* streams : terms.index().streams()) {
    readers.emplace_back(*streams, ranking);
  }
  const Columns& columns = terms.index().columns();
  for (std::size_t i = 0; i < std::min(articles.size(), kRunsRead); ++i) {
    deadline.check();
    RankedArticle& article = articles[i];
    TextReader& reader = readers[columns.segment_of(article.article)];
    const double run = reader.longest_run.in(article.docid);
    article.run = std::max(run, article.papers);
    article.exact = run >= kWhole && reader.writing.in(article.docid);
    article.title = run >= kWhole && reader.title.is_of(article.docid);
    article.score += ranking.reachable *
                     (kRunWeight * to_the_sixth(article.run) + (article.exact ? kExactWeight : 0) +
                      (article.title ? kTitleIsQueryWeight : 0));
  }
}

}  // namespace

std::vector<RankedArticle> rerank(const TermReader& terms, const RankingTerms& ranking,
                                  const std::vector<RankingCandidate>& candidates,
                                  const Deadline& deadline) {
  const Xapian::docid newest = terms.index().columns().newest();
  std::vector<RankedArticle> articles;
  articles.reserve(candidates.size());
  for (const RankingCandidate& candidate : candidates) {
    articles.push_back({.docid = candidate.docid,
                        .article = candidate.article,
                        .bm25 = candidate.score,
                        .freshness = freshness(candidate.docid, newest),
                        .score = candidate.score});
  }
  std::sort(articles.begin(), articles.end(),
            [](const RankedArticle& a, const RankedArticle& b) { return a.docid < b.docid; });
  cover(terms, ranking, articles);
  for (RankedArticle& article : articles) {
    article.score +=
        ranking.reachable * (to_the_sixth(article.coverage) + kPaperWeight * article.papers +
                             kFreshnessWeight * article.freshness);
  }
  sort_by_score(articles);
  read_runs(terms, ranking, deadline, articles);
  sort_by_score(articles);
  return articles;
}

}  // namespace tracuu
