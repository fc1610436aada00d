#include "server/search/searcher.h"

#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

#include "common/index/generation.h"
#include "server/query/understanding.h"
#include "server/search/explanation.h"
#include "server/search/facet_counter.h"
#include "server/search/match_set.h"
#include "server/search/ranking.h"
#include "server/search/relaxation.h"
#include "server/search/second_reading.h"
#include "server/search/selection.h"
#include "server/search/snapshot.h"
#include "server/search/snippet.h"
#include "server/search/stored_article.h"

namespace tracuu {
namespace {

[[noreturn]] void rethrow(const Xapian::Error& error) {
  throw std::runtime_error("index: cannot be read: '" + error.get_description() + "'");
}

/// One search from its start to its end.
class Search {
 public:
  Search(const Snapshot& snapshot, const SearchRequest& request, const Deadline& deadline)
      : columns_(snapshot.columns()),
        lease_(snapshot),
        request_(request),
        deadline_(deadline),
        selection_(request, columns_) {
    result_.index = snapshot.info();
  }

  SearchResult run(Query query) {
    result_.query = std::move(query);
    DocidSet docids = matches();
    result_.total = docids.size();
    offer_second_reading();
    const RankingTerms ranking =
        request_.limit == 0 ? RankingTerms() : ranking_terms(lease_.database(), result_.query);
    const auto page = ranked_page(lease_.database(), ranking, docids, request_, deadline_);
    add_hits(page);
    if (request_.explain) {
      result_.explanation = explain(request_, result_, requirement_, ranking, page);
    }
    return std::move(result_);
  }

 private:
  /// Matches what was asked for, or what comes nearest to it.
  DocidSet matches() {
    const bool automatic = request_.match == Match::kAuto;
    FilteredMatches found = asked_for();
    if (automatic && found.docids.empty() && take_second_reading()) {
      found = asked_for();
    }
    const std::size_t free = free_groups(result_.query);
    if (automatic && free > 1) {
      if (requirement_ == Requirement::kAny) {
        say(relaxed_as_long(request_.language));
      } else if (is_too_few(found.docids.size(), free)) {
        relax(found);
      }
    }
    result_.facets = std::move(found.facets);
    result_.histogram = std::move(found.histogram);
    result_.undated = found.undated;
    return std::move(found.docids);
  }

  FilteredMatches asked_for() {
    const bool strict = request_.match == Match::kAll ||
                        (request_.match == Match::kAuto && !result_.query.best_match);
    requirement_ = strict ? Requirement::kAll : Requirement::kAny;
    return filtered();
  }

  void read_again() {
    if (!read_again_) {
      second_reading_ =
          SecondReader(lease_.database(), columns_.docids(), deadline_).read(result_.query);
      read_again_ = true;
    }
  }

  /// Searches for what was certainly meant where nothing has what was typed. Returns whether so.
  bool take_second_reading() {
    read_again();
    if (!second_reading_ || !second_reading_->certain) {
      return false;
    }
    say(relaxed_as_corrected(result_.query.text, second_reading_->query.text, request_.language));
    result_.correction = {second_reading_->query.text, result_.relaxed, true};
    result_.query = std::move(second_reading_->query);
    return true;
  }

  void offer_second_reading() {
    read_again();
    if (!result_.correction && second_reading_) {
      const std::string& text = second_reading_->query.text;
      result_.correction = {text, offered_correction(text, request_.language), false};
    }
  }

  void say(std::string_view sentence) {
    result_.relaxed.append(result_.relaxed.empty() ? "" : " ").append(sentence);
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
    say(relaxed_as_too_few(with_all, with_all == 0 ? has_all_words() : with_all,
                           request_.language));
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

  void add_hits(const std::vector<RankedArticle>& page) {
    const Highlighter highlighter(result_.query, request_.filters);
    result_.hits.reserve(page.size());
    for (const RankedArticle& ranked : page) {
      deadline_.check();
      Hit hit;
      hit.article = stored_article(lease_.database(), ranked.docid);
      hit.title = highlighter.title(hit.article);
      hit.snippet = highlighter.snippet(hit.article);
      hit.score = ranked.score;
      result_.hits.push_back(std::move(hit));
    }
  }

  const Columns& columns_;
  Snapshot::Lease lease_;
  const SearchRequest& request_;
  const Deadline& deadline_;
  Selection selection_;
  Requirement requirement_ = Requirement::kAll;
  std::optional<SecondReading> second_reading_;
  bool read_again_ = false;
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
  Result<Query> query = understand(request.q);
  if (!query) {
    return query.error();
  }
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
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
    const std::string term = term_of(kIdPrefix, id);
    const auto posting = lease.database().postlist_begin(term);
    if (posting == lease.database().postlist_end(term)) {
      return std::nullopt;
    }
    return stored_article(lease.database(), *posting);
  } catch (const Xapian::Error& error) {
    rethrow(error);
  }
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
