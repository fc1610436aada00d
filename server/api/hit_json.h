#pragma once

#include <nlohmann/json.hpp>

#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

/// Returns one article found: {id, title, highlighted_title, url, published, published_by, source,
/// author, provinces, documents, officials, snippet, score, reprints}.
nlohmann::ordered_json hit_json(const Hit& hit, Highlight highlight);

}  // namespace tracuu
