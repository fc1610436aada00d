#pragma once

#include "server/query/search_result.h"
#include "server/search/article_set.h"
#include "server/search/best_candidates.h"
#include "server/search/reprint_groups.h"
#include "server/search/snippet.h"
#include "server/search/stored_articles.h"

namespace tracuu {

/// Reads one article found: what is stored of it, its marked title and snippet, and its reprints,
/// counted in `matches` (all of them when it is null). Throws as StoredArticles::article()
/// does.
Hit read_hit(const StoredArticles& stored, const ReprintGroups& groups,
             const Highlighter& highlighter, const RankingCandidate& found,
             const ArticleSet* matches);

}  // namespace tracuu
