#include "server/search/ranking.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "common/index/schema.h"
#include "server/query/list_parameters.h"
#include "server/search/date_order.h"

namespace tracuu {
namespace {

/// Cuts the page out of a list that is longer by what collapsing leaves out.
class Page {
 public:
  Page(const Matches& matches, const ReprintGroups& reprints, const SearchRequest& request)
      : collapse_(request.collapse), once_(reprints) {
    const std::size_t all = collapse_ ? matches.groups : matches.total;
    begin_ = std::min(request.offset, all);
    end_ = std::min(begin_ + request.limit, all);
  }

  bool is_empty() const { return begin_ == end_; }
  bool is_full() const { return passed_ == end_; }

  void add(const RankedArticle& article) {
    if (is_full() || (collapse_ && !once_.passes(article.docid))) {
      return;
    }
    if (passed_++ >= begin_) {
      articles_.push_back(article);
    }
  }

  std::vector<RankedArticle> take() { return std::move(articles_); }

 private:
  bool collapse_;
  OncePerGroup once_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t passed_ = 0;
  std::vector<RankedArticle> articles_;
};

/// Behind the re-ranked head stand the others in BM25 order, without those of the head: sums may
/// differ in the last digit between matches of different depth. So the depth of the tail is the
/// same for all pages: as deep as one may page, or, beyond that, export, and deeper by all that
/// collapsing could leave out.
void add_by_relevance(const TermReader& terms, const RankingTerms& ranking, const Matches& matches,
                      const SearchRequest& request, const Deadline& deadline, Page& page) {
  std::unordered_set<Xapian::docid> in_head;
  for (const RankedArticle& article : matches.best) {
    page.add(article);
    in_head.insert(article.docid);
  }
  if (page.is_full() || matches.best.size() < kReranked) {
    return;
  }
  constexpr std::size_t kPaged = kLargestOffset + kLargestLimit;
  const bool is_page = request.offset + request.limit <= kPaged;
  const std::size_t depth =
      (is_page ? kPaged : kLargestExportOffset + kLargestExport) + matches.total - matches.groups;
  for (const RankingCandidate& candidate :
       best_candidates(terms, ranking, matches.articles, depth, deadline)) {
    if (!in_head.contains(candidate.docid)) {
      page.add({.docid = candidate.docid,
                .article = candidate.article,
                .bm25 = candidate.score,
                .score = candidate.score});
    }
  }
}

void add_by_date(const TermReader& terms, const ArticleSet& articles, Sort sort, Page& page) {
  const auto add = [&](DocidRange range, DateOrder::From from) {
    DateOrder order(articles, terms.index().columns(), range, from);
    for (auto at = order.next(); at && !page.is_full(); at = order.next()) {
      page.add({.docid = terms.docid_of(*at), .article = *at});
    }
  };
  add(dated_docids(), sort == Sort::kOldest ? DateOrder::From::kOldest : DateOrder::From::kNewest);
  add(undated_docids(), DateOrder::From::kNewest);
}

}  // namespace

std::vector<RankedArticle> best_of(const TermReader& terms, const RankingTerms& ranking,
                                   const ArticleSet& articles, const Deadline& deadline) {
  if (ranking.terms.empty()) {
    return {};
  }
  return rerank(terms, ranking, best_candidates(terms, ranking, articles, kReranked, deadline),
                deadline);
}

std::vector<RankedArticle> ranked_page(const TermReader& terms, const RankingTerms& ranking,
                                       const Matches& matches, const ReprintGroups& reprints,
                                       const SearchRequest& request, const Deadline& deadline) {
  Page page(matches, reprints, request);
  if (page.is_empty()) {
    return {};
  }
  if (request.sort != Sort::kRelevance || ranking.terms.empty()) {
    add_by_date(terms, matches.articles, request.sort, page);
  } else {
    add_by_relevance(terms, ranking, matches, request, deadline, page);
  }
  return page.take();
}

}  // namespace tracuu
