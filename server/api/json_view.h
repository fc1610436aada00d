#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

/// Returns the answer of /api/v1/search: query{text, understood, relaxed}, total (articles),
/// total_groups (reprints of one text counted once), undated, took_ms, hits, facets, histogram,
/// next, index. Snippets and titles come as the request's highlighting asks.
std::string search_json(const SearchRequest& request, const SearchResult& result,
                        std::chrono::duration<double, std::milli> took);

/// Returns the answer of /api/v1/articles/{id}: every field, the text, and every entity with its
/// byte span in the text and the sentence that says it; `reprints` is its group, if it has one.
std::string article_json(const Article& article, const IndexInfo& index,
                         const std::optional<Reprints>& reprints = std::nullopt);

/// Returns what the index says about itself, for /readyz.
std::string index_json(const IndexInfo& index);

}  // namespace tracuu
