#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"
#include "server/query/facet_request.h"
#include "server/query/page_request.h"
#include "server/query/page_result.h"
#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/query/suggest_request.h"
#include "server/search/deadline.h"
#include "server/search/found_articles.h"

namespace tracuu {

/// Answers questions from the current generation of an index.
/// Thread-safe: any number of threads may search at once; each search uses a database handle of its
/// own, and one generation from its start to its end. Xapian's exceptions that escape mean a broken
/// index and reach the caller as std::runtime_error.
class Searcher {
 public:
  /// Opens the current generation of `index` and loads its facet columns. Fails when there is none,
  /// it is damaged, or of another schema version, saying what to do.
  static Result<Searcher> open(const std::filesystem::path& index);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// Finds articles. Fails when the query cannot be run (too many syllables), the message starting
  /// with "q:". Throws DeadlineExceeded.
  Result<SearchResult> search(const SearchRequest& request, Deadline deadline) const;

  /// Finds the same articles in the same order, to be read piece by piece; explains nothing. Fails
  /// and throws as search() does.
  Result<FoundArticles> find(const SearchRequest& request, Deadline deadline) const;

  /// Returns the article with `id`, or nothing.
  std::optional<Article> article(std::string_view id) const;

  /// Completes what a reader has typed so far.
  SuggestResult suggest(const SuggestRequest& request) const;
  /// Returns the reprint group of the article with `id`, or nothing when it has none.
  std::optional<Reprints> reprints(std::string_view id) const;

  /// Returns at most `limit` articles on the same matter as the one with `id`, or nothing when
  /// there is no such article. Its own reprints are left out. Throws DeadlineExceeded.
  std::optional<SimilarArticles> similar(std::string_view id, std::size_t limit,
                                         Deadline deadline) const;

  /// Finds values of a facet. Fails and throws as search() does.
  Result<FacetMatches> facet(const FacetRequest& request, Deadline deadline) const;

  // Pages: what is told of one thing, see the headers of the functions they call. They throw
  // DeadlineExceeded.
  DocumentAnswer document(const DocumentRequest& request, Deadline deadline) const;
  OfficialAnswer official(const OfficialRequest& request, Deadline deadline) const;
  ProvincesAnswer provinces(const ProvincesRequest& request, Deadline deadline) const;
  StatsAnswer stats(const StatsRequest& request, Deadline deadline) const;

  IndexInfo info() const;

  /// Opens a newer generation when CURRENT names one; searches that are running keep theirs.
  /// Returns whether there was one; fails, and keeps the old, when it cannot be opened. One that
  /// was refused is looked at again, and fails again, after a minute, or `at_once`.
  Result<bool> refresh(bool at_once = false);

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tracuu
