#pragma once

#include <memory>
#include <vector>

#include "server/search/article_set.h"
#include "server/search/best_candidates.h"
#include "server/search/found_articles.h"
#include "server/search/snapshot.h"
#include "server/search/snippet.h"

namespace tracuu {

/// The inside of FoundArticles, for the searcher that makes them.
struct FoundArticles::State {
  std::shared_ptr<const Snapshot> snapshot;
  SearchResult result;
  ArticleSet matches;
  std::vector<RankingCandidate> page;
  Highlighter highlighter;
  std::size_t done = 0;
};

}  // namespace tracuu
