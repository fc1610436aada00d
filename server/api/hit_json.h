#pragma once

#include "server/api/json_writer.h"
#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

/// Writes one article found: {id, title, highlighted_title, url, published, published_by, source,
/// author, provinces, documents, officials, snippet, score, reprints}.
void write_hit(const Hit& hit, Highlight highlight, JsonWriter& json);

}  // namespace tracuu
