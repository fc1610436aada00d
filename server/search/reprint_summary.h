#pragma once

#include <xapian.h>

#include <optional>

#include "server/query/search_result.h"
#include "server/search/reprint_groups.h"
#include "server/search/stored_articles.h"

namespace tracuu {

/// Tells of the reprints of the article at `docid`: all of them with who ran it first, the latest
/// kMostMembers by name, and how many are in `matches` (all of them when it is null). Nothing for
/// an article alone.
std::optional<Reprints> reprints_of(const StoredArticles& stored, const ReprintGroups& groups,
                                    Xapian::docid docid, const ArticleSet* matches);

inline constexpr std::size_t kMostMembers = 20;

}  // namespace tracuu
