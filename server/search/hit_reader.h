#pragma once

#include <xapian.h>

#include "server/query/search_result.h"
#include "server/search/match_set.h"
#include "server/search/query_compiler.h"
#include "server/search/reprint_groups.h"
#include "server/search/snippet.h"

namespace tracuu {

/// Reads one article found: what is stored of it, its marked title and snippet, and its reprints,
/// counted in `matches` (all of them when it is null). Throws as stored_article() does.
Hit read_hit(const Xapian::Database& database, const ReprintGroups& groups,
             const Highlighter& highlighter, const RankingCandidate& found,
             const DocidSet* matches);

}  // namespace tracuu
