#include "server/search/ranking.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "common/index/schema.h"
#include "server/query/list_parameters.h"

namespace tracuu {
namespace {

/// Cuts the page out of a list that is longer by what collapsing leaves out.
class Page {
 public:
  Page(const Matches& matches, const ReprintGroups& reprints, const SearchRequest& request)
      : collapse_(request.collapse), once_(reprints) {
    const std::size_t all = collapse_ ? matches.groups : matches.docids.size();
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
/// differ in the last digit between matches of different depth. So the depth of the tail depends on
/// the matches alone, never on the page: as deep as one may page or export, and deeper by all that
/// collapsing could leave out.
void add_by_relevance(const Xapian::Database& database, const RankingTerms& ranking,
                      const Matches& matches, const Deadline& deadline, Page& page) {
  std::unordered_set<Xapian::docid> in_head;
  for (const RankedArticle& article : matches.best) {
    page.add(article);
    in_head.insert(article.docid);
  }
  if (page.is_full() || matches.best.size() < kReranked) {
    return;
  }
  const std::size_t left_out = matches.docids.size() - matches.groups;
  for (const RankingCandidate& candidate :
       best_candidates(database, ranking, matches.docids,
                       kLargestExportOffset + kLargestExport + left_out, deadline)) {
    if (!in_head.contains(candidate.docid)) {
      page.add({.docid = candidate.docid, .bm25 = candidate.score, .score = candidate.score});
    }
  }
}

void add_by_date(const DocidSet& docids, Sort sort, Page& page) {
  const auto undated = std::lower_bound(docids.begin(), docids.end(), first_undated_docid());
  const auto dated = static_cast<std::size_t>(undated - docids.begin());
  for (std::size_t i = 0; i < docids.size() && !page.is_full(); ++i) {
    const bool backwards = sort == Sort::kOldest && i < dated;
    page.add({.docid = docids[backwards ? dated - 1 - i : i]});
  }
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
                                       const RankingTerms& ranking, const Matches& matches,
                                       const ReprintGroups& reprints, const SearchRequest& request,
                                       const Deadline& deadline) {
  Page page(matches, reprints, request);
  if (page.is_empty()) {
    return {};
  }
  if (request.sort != Sort::kRelevance || ranking.terms.empty()) {
    add_by_date(matches.docids, request.sort, page);
  } else {
    add_by_relevance(database, ranking, matches, deadline, page);
  }
  return page.take();
}

}  // namespace tracuu
