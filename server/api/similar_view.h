#pragma once

#include <string>

#include "server/query/search_result.h"

namespace tracuu {

/// Returns the answer of /api/v1/articles/{id}/similar: id, hits (each with id, title, url,
/// published, source, provinces, documents, snippet as plain text, score from 0 to 1, reprints),
/// index.
std::string similar_json(const SimilarArticles& similar);

}  // namespace tracuu
