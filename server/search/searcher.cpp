#include "server/search/searcher.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "common/index/generation.h"
#include "server/query/unfinished_word.h"
#include "server/search/document_page.h"
#include "server/search/facet_search.h"
#include "server/search/found_articles_state.h"
#include "server/search/hit_reader.h"
#include "server/search/index_counts.h"
#include "server/search/official_page.h"
#include "server/search/reprint_summary.h"
#include "server/search/search.h"
#include "server/search/similar.h"
#include "server/search/snapshot.h"
#include "server/search/snippet.h"
#include "server/search/stopwatch.h"

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;

/// How long a generation that could not be opened is left alone: to look at it reads all of it.
constexpr std::chrono::minutes kRefusedFor(1);

Result<Query> timed_understanding(const SearchRequest& request, const Snapshot& snapshot,
                                  double& milliseconds) {
  const Stopwatch watch(milliseconds);
  return understand_request(request, &snapshot.columns());
}

/// Returns what `answer` returns; Xapian's exceptions, which are no std::exception, as one.
template <typename Answer>
auto guarded(const Answer& answer) {
  try {
    return answer();
  } catch (const Xapian::Error& error) {
    throw std::runtime_error("index: cannot be read: '" + error.get_description() + "'");
  }
}

std::optional<Xapian::docid> docid_of(const Snapshot& snapshot, const Databases& databases,
                                      std::string_view id) {
  const Columns& columns = snapshot.columns();
  const std::string term = term_of(kIdPrefix, id);
  for (std::size_t segment = 0; segment < databases.segments().size(); ++segment) {
    const Xapian::Database& database = databases.segments()[segment];
    const auto posting = database.postlist_begin(term);
    if (posting != database.postlist_end(term) &&
        columns.live().contains(static_cast<Ordinal>(columns.ordinal_in(segment, *posting)))) {
      return *posting;
    }
  }
  return std::nullopt;
}

}  // namespace

struct Searcher::State {
  std::filesystem::path index;
  mutable std::mutex mutex;
  std::shared_ptr<const Snapshot> current;  ///< guarded by mutex
  std::optional<Generation> refused;        ///< guarded by mutex
  Clock::time_point refused_until;          ///< guarded by mutex

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
  double understanding = 0;
  Result<Query> query = timed_understanding(request, *snapshot, understanding);
  if (!query) {
    return query.error();
  }
  return guarded([&]() -> Result<SearchResult> {
    SearchResult result = search_snapshot(*snapshot, request, std::move(*query), deadline);
    result.times.understand = understanding;
    return result;
  });
}

Result<FoundArticles> Searcher::find(const SearchRequest& request, Deadline deadline) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  double understanding = 0;
  Result<Query> query = timed_understanding(request, *snapshot, understanding);
  if (!query) {
    return query.error();
  }
  return guarded([&]() -> Result<FoundArticles> {
    SearchListing listing = list_snapshot(*snapshot, request, std::move(*query), deadline);
    listing.result.times.understand = understanding;
    std::vector<RankingCandidate> page;
    page.reserve(listing.page.size());
    for (const RankedArticle& article : listing.page) {
      page.push_back({article.docid, article.score, article.article});
    }
    return FoundArticles(std::make_unique<FoundArticles::State>(snapshot, std::move(listing),
                                                                std::move(page), request.filters));
  });
}

std::optional<Article> Searcher::article(std::string_view id) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  return guarded([&]() -> std::optional<Article> {
    const Snapshot::Lease lease(*snapshot);
    const auto docid = docid_of(*snapshot, lease.databases(), id);
    return docid ? std::optional(snapshot->terms().stored().article(*docid)) : std::nullopt;
  });
}

std::optional<Reprints> Searcher::reprints(std::string_view id) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  return guarded([&]() -> std::optional<Reprints> {
    const Snapshot::Lease lease(*snapshot);
    const auto docid = docid_of(*snapshot, lease.databases(), id);
    return docid ? reprints_of(snapshot->terms().stored(), snapshot->reprints(), *docid, nullptr)
                 : std::nullopt;
  });
}

std::optional<SimilarArticles> Searcher::similar(std::string_view id, std::size_t limit,
                                                 Deadline deadline) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  return guarded([&]() -> std::optional<SimilarArticles> {
    const Snapshot::Lease lease(*snapshot);
    const auto docid = docid_of(*snapshot, lease.databases(), id);
    if (!docid) {
      return std::nullopt;
    }
    SimilarArticles similar{std::string(id), {}, snapshot->info()};
    const Highlighter unmarked(Query(), {}, snapshot->terms().streams());
    for (const RankingCandidate& candidate :
         similar_articles(TermReader(snapshot->terms(), lease.databases()), snapshot->reprints(),
                          *docid, limit, deadline)) {
      similar.hits.push_back(
          read_hit(snapshot->terms().stored(), snapshot->reprints(), unmarked, candidate, nullptr));
    }
    return similar;
  });
}

SuggestResult Searcher::suggest(const SuggestRequest& request) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  SuggestResult result{snapshot->suggestions().complete(request), snapshot->info()};
  return guarded([&] {
    for (SuggestionGroup& group : result.groups) {
      for (Suggestion& item : group.items) {
        if (item.docid != 0) {
          item.article_id = snapshot->terms().stored().id(item.docid);
        }
      }
    }
    return result;
  });
}

Result<FacetMatches> Searcher::facet(const FacetRequest& request, Deadline deadline) const {
  const std::shared_ptr<const Snapshot> snapshot = state_->snapshot();
  Result<Query> query = understand_request(request.search, &snapshot->columns());
  if (!query) {
    return query.error();
  }
  return guarded([&] { return facet_search(*snapshot, request, std::move(*query), deadline); });
}

DocumentAnswer Searcher::document(const DocumentRequest& request, Deadline deadline) const {
  return guarded([&] { return document_page(*state_->snapshot(), request, deadline); });
}

OfficialAnswer Searcher::official(const OfficialRequest& request, Deadline deadline) const {
  return guarded([&] { return official_page(*state_->snapshot(), request, deadline); });
}

ProvincesAnswer Searcher::provinces(const ProvincesRequest& request, Deadline deadline) const {
  return guarded([&] { return count_provinces(*state_->snapshot(), request, deadline); });
}

StatsAnswer Searcher::stats(const StatsRequest& request, Deadline deadline) const {
  return guarded([&] { return index_stats(*state_->snapshot(), request, deadline); });
}

IndexInfo Searcher::info() const {
  return state_->snapshot()->info();
}

Result<bool> Searcher::refresh(bool at_once) {
  Result<HeldGeneration> held = HeldGeneration::current(state_->index);
  if (!held) {
    return held.error();
  }
  const Generation generation = held->generation();
  const std::shared_ptr<const Snapshot> before = state_->snapshot();
  {
    const std::lock_guard lock(state_->mutex);
    const bool is_refused = state_->refused == generation && Clock::now() < state_->refused_until;
    if ((state_->current != nullptr && state_->current->generation() == generation) ||
        (is_refused && !at_once)) {
      return false;
    }
  }
  Result<std::shared_ptr<const Snapshot>> opened = Snapshot::open(std::move(*held), before.get());
  std::shared_ptr<const Snapshot> old;  // goes after the lock: closing takes a while
  const std::lock_guard lock(state_->mutex);
  if (!opened) {
    state_->refused = generation;
    state_->refused_until = Clock::now() + kRefusedFor;
    return opened.error();
  }
  old = std::exchange(state_->current, std::move(*opened));
  return true;
}

}  // namespace tracuu
