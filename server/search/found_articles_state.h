#pragma once

#include <memory>
#include <vector>

#include "server/search/article_set.h"
#include "server/search/best_candidates.h"
#include "server/search/found_articles.h"
#include "server/search/search.h"
#include "server/search/snapshot.h"
#include "server/search/snippet.h"

namespace tracuu {

/// The inside of FoundArticles, for the searcher that makes them.
struct FoundArticles::State {
  State(std::shared_ptr<const Snapshot> open, SearchListing&& listing,
        std::vector<RankingCandidate> found, const std::vector<Filter>& filters)
      : snapshot(std::move(open)),
        result(std::move(listing.result)),
        matches(std::move(listing.matches)),
        page(std::move(found)),
        highlighter(result.query, filters, snapshot->terms().streams()) {}

  std::shared_ptr<const Snapshot> snapshot;
  SearchResult result;
  ArticleSet matches;
  std::vector<RankingCandidate> page;
  Highlighter highlighter;
  std::size_t done = 0;
};

}  // namespace tracuu
