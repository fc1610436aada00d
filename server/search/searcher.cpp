#include "server/search/searcher.h"

#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "common/index/generation.h"
#include "server/query/understanding.h"
#include "server/search/explanation.h"
#include "server/search/facet_counter.h"
#include "server/search/match_set.h"
#include "server/search/named_papers.h"
#include "server/search/ranking.h"
#include "server/search/relaxation.h"
#include "server/search/reprint_summary.h"
#include "server/search/selection.h"
#include "server/search/similar.h"
#include "server/search/snapshot.h"
#include "server/search/snippet.h"
#include "server/search/stored_article.h"

namespace tracuu {
namespace {

[[noreturn]] void rethrow(const Xapian::Error& error) {
  throw std::runtime_error("index: cannot be read: '" + error.get_description() + "'");
}

/// The fewest words that may be meant as one piece, with one of them a slip.
constexpr std::size_t kWordsInOnePiece = 4;
/// Share of the query's neighbours under which its words stand scattered in an article, and by
/// which another must have more of them to be taken for what was meant.
constexpr double kScattered = 0.4;
constexpr double kInOnePiece = 0.3;
std::optional<Xapian::docid> docid_of(const Xapian::Database& database, std::string_view id) {
  const std::string term = term_of(kIdPrefix, id);
  const auto posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? std::nullopt : std::optional(*posting);
}

/// One search from its start to its end.
class Search {
 public:
  Search(const Snapshot& snapshot, const SearchRequest& request, const Deadline& deadline)
      : columns_(snapshot.columns()),
        reprints_(snapshot.reprints()),
        lease_(snapshot),
        request_(request),
        deadline_(deadline),
        selection_(request, columns_) {
    result_.index = snapshot.info();
  }

  SearchResult run(Query query) {
    result_.query = std::move(query);
    ranking_ = ranking_terms(lease_.database(), result_.query);
    FilteredMatches found = matches();
    result_.facets = std::move(found.facets);
    result_.histogram = std::move(found.histogram);
    result_.undated = found.undated;
    result_.total = found.docids.size();
    result_.papers = named_papers(result_.query, found.docids, columns_, deadline_);
    const auto page = page_of(found.docids);
    add_hits(page);
    DocidSet docids = matches();
    result_.total = docids.size();
    result_.total_groups = reprints_.count_distinct(docids);
    const RankingTerms ranking =
        request_.limit == 0 ? RankingTerms() : ranking_terms(lease_.database(), result_.query);
    const auto page = ranked_page(lease_.database(), ranking, {docids, result_.total_groups},
                                  reprints_, request_, deadline_);
    add_hits(page, docids);
    if (request_.explain) {
      result_.explanation = explain(request_, result_, requirement_, ranking_, page);
    }
    return std::move(result_);
  }

 private:
  /// Matches what was asked for, or what comes nearest to it.
  FilteredMatches matches() {
    const Query& query = result_.query;
    const bool strict =
        request_.match == Match::kAll || (request_.match == Match::kAuto && !query.best_match);
    requirement_ = strict ? Requirement::kAll : Requirement::kAny;
    FilteredMatches found = filtered();
    if (request_.match != Match::kAuto || !may_relax()) {
      return found;
    }
    if (!strict) {
      result_.relaxed = relaxed_as_long(request_.language);
    } else if (is_too_few(found.docids.size(), free_groups(query))) {
      relax(found);
    } else if (free_groups(query) >= kWordsInOnePiece) {
      prefer_one_piece(found);
    }
    if (found.docids.empty() && has_quotes(query)) {
      requirement_ = Requirement::kLoose;
      found = filtered();
      result_.relaxed = relaxed_as_not_quoted(request_.language);
    }
    return found;
  }

  std::vector<RankedArticle> best(const DocidSet& docids) const {
    return best_of(lease_.database(), ranking_, docids, deadline_);
  }

  std::vector<RankedArticle> page_of(const DocidSet& docids) {
    if (request_.limit == 0) {
      return {};
    }
    if (request_.sort == Sort::kRelevance && !best_) {
      best_ = best(docids);
    }
    return ranked_page(lease_.database(), ranking_, docids,
                       best_.value_or(std::vector<RankedArticle>()), request_, deadline_);
  }

  /// Takes the nearest articles where those with all words have them scattered and one that lacks
  /// a word has nearly all the others in one piece: the word is a slip.
  void prefer_one_piece(FilteredMatches& found) {
    best_ = best(found.docids);
    const double scattered = best_->empty() ? 0 : best_->front().coverage;
    if (scattered >= kScattered) {
      return;
    }
    requirement_ = Requirement::kAny;
    FilteredMatches nearest = filtered();
    std::vector<RankedArticle> nearest_best = best(nearest.docids);
    if (nearest_best.empty() || nearest_best.front().coverage < scattered + kInOnePiece) {
      requirement_ = Requirement::kAll;
      return;
    }
    result_.relaxed = relaxed_as_scattered(found.docids.size(), request_.language);
    found = std::move(nearest);
    best_ = std::move(nearest_best);
  }

  bool may_relax() const {
    const std::size_t groups = free_groups(result_.query);
    return has_quotes(result_.query) ? groups >= kWordsAroundQuotes : groups > 1;
  }

  /// Takes the nearest articles in place of too few that have all words, where there are more.
  void relax(FilteredMatches& found) {
    requirement_ = Requirement::kAny;
    FilteredMatches nearest = filtered();
    if (nearest.docids.size() == found.docids.size()) {
      requirement_ = Requirement::kAll;
      return;
    }
    const std::size_t with_all = found.docids.size();
    found = std::move(nearest);
    result_.relaxed =
        relaxed_as_too_few(with_all, with_all == 0 ? has_all_words() : with_all, request_.language);
  }

  FilteredMatches filtered() const {
    const MatchSet match(lease_.database(), columns_.docids(), selection_.dates(), deadline_);
    return filter_and_count(match.of(result_.query, requirement_), request_, selection_, columns_,
                            deadline_);
  }

  /// Articles of any date that have all the words, whatever the filters say.
  std::size_t has_all_words() const {
    const MatchSet match(lease_.database(), columns_.docids(), kAllDocids, deadline_);
    return match.of(result_.query, Requirement::kAll).size();
  }

  void add_hits(const std::vector<RankedArticle>& page, const DocidSet& docids) {
    const Highlighter highlighter(result_.query, request_.filters);
    result_.hits.reserve(page.size());
    for (const RankedArticle& ranked : page) {
      deadline_.check();
      Hit hit;
      hit.article = stored_article(lease_.database(), ranked.docid);
      hit.title = highlighter.title(hit.article);
      hit.snippet = highlighter.snippet(hit.article);
      hit.score = ranked.score;
      hit.reprints = reprints_of(lease_.database(), reprints_, ranked.docid, &docids);
      result_.hits.push_back(std::move(hit));
    }
  }

  const Columns& columns_;
  const ReprintGroups& reprints_;
  Snapshot::Lease lease_;
  const SearchRequest& request_;
  const Deadline& deadline_;
  Selection selection_;
  Requirement requirement_ = Requirement::kAll;
  RankingTerms ranking_;
  std::optional<std::vector<RankedArticle>> best_;  ///< of the articles that were found
  SearchResult result_;
};

}  // namespace

struct Searcher::State {
  std::filesystem::path index;
  mutable std::mutex mutex;
  std::shared_ptr<const Snapshot> current;  ///< guarded by mutex

  std::shared_ptr<const Snapshot> snapshot() const {
    const std::lock_guard lock(mutex);
    return current;
  }
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::filesystem::path& index) {
  auto state = std::make_unique<State>();
  state->index = index;
  Searcher searcher(std::move(state));
  const Result<bool> opened = searcher.refresh();
  if (!opened) {
    return opened.error();
  }
  return Result<Searcher>(std::move(searcher));
}

Result<SearchResult> Searcher::search(const SearchRequest& request, Deadline deadline) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  Result<Query> query = understand(request.q, &snapshot->columns());
  if (!query) {
    return query.error();
  }
  try {
    return Search(*snapshot, request, deadline).run(std::move(*query));
  } catch (const Xapian::Error& error) {
    rethrow(error);
  }
}

std::optional<Article> Searcher::article(std::string_view id) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  try {
    const Snapshot::Lease lease(*snapshot);
    const auto docid = docid_of(lease.database(), id);
    return docid ? std::optional(stored_article(lease.database(), *docid)) : std::nullopt;
  } catch (const Xapian::Error& error) {
    rethrow(error);
  }
}

std::optional<Reprints> Searcher::reprints(std::string_view id) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  try {
    const Snapshot::Lease lease(*snapshot);
    const auto docid = docid_of(lease.database(), id);
    return docid ? reprints_of(lease.database(), snapshot->reprints(), *docid, nullptr)
                 : std::nullopt;
  } catch (const Xapian::Error& error) {
    rethrow(error);
  }
}

std::optional<SimilarArticles> Searcher::similar(std::string_view id, std::size_t limit,
                                                 Deadline deadline) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  try {
    const Snapshot::Lease lease(*snapshot);
    const Xapian::Database& database = lease.database();
    const auto docid = docid_of(database, id);
    if (!docid) {
      return std::nullopt;
    }
    SimilarArticles similar{std::string(id), {}, snapshot->info()};
    const Highlighter unmarked(Query(), {});
    for (const RankingCandidate& candidate :
         similar_articles(database, snapshot->reprints(), *docid, limit, deadline)) {
      Hit hit;
      hit.article = stored_article(database, candidate.docid);
      hit.title = unmarked.title(hit.article);
      hit.snippet = unmarked.snippet(hit.article);
      hit.score = candidate.score;
      hit.reprints = reprints_of(database, snapshot->reprints(), candidate.docid, nullptr);
      similar.hits.push_back(std::move(hit));
    }
    return similar;
  } catch (const Xapian::Error& error) {
    rethrow(error);
  }
}

SuggestResult Searcher::suggest(const SuggestRequest& request) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  SuggestResult result{snapshot->suggestions().complete(request), snapshot->info()};
  try {
    const Snapshot::Lease lease(*snapshot);
    for (SuggestionGroup& group : result.groups) {
      for (Suggestion& item : group.items) {
        if (item.docid != 0) {
          item.article_id = stored_article_id(lease.database(), item.docid);
        }
      }
    }
  } catch (const Xapian::Error& error) {
    rethrow(error);
  }
  return result;
}

IndexInfo Searcher::info() const {
  return state_->snapshot()->info();
}

Result<bool> Searcher::refresh() {
  const Result<Generation> generation = current_generation(state_->index);
  if (!generation) {
    return generation.error();
  }
  const std::shared_ptr<const Snapshot> old = state_->snapshot();
  if (old != nullptr && old->generation() == *generation) {
    return false;
  }
  Result<std::shared_ptr<const Snapshot>> opened = Snapshot::open(*generation);
  if (!opened) {
    return opened.error();
  }
  const std::lock_guard lock(state_->mutex);
  state_->current = std::move(*opened);
  return true;
}

}  // namespace tracuu
