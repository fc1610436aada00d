#pragma once

#include <memory>
#include <vector>

#include "server/search/found_articles.h"
#include "server/search/query_compiler.h"
#include "server/search/snapshot.h"
#include "server/search/snippet.h"

namespace tracuu {

/// The inside of FoundArticles, for the searcher that makes them.
struct FoundArticles::State {
  std::shared_ptr<const Snapshot> snapshot;
  SearchResult result;
  DocidSet matches;
  std::vector<RankingCandidate> page;
  Highlighter highlighter;
  std::size_t done = 0;
};

}  // namespace tracuu
