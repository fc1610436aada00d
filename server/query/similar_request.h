#pragma once

#include <cstddef>

#include "common/result.h"
#include "server/query/search_request.h"

namespace tracuu {

inline constexpr std::size_t kSimilarByDefault = 10;
inline constexpr std::size_t kMostSimilar = 50;

/// Reads the one parameter of /api/v1/articles/{id}/similar: `limit`, 1 to kMostSimilar. Fails as
/// parse_search_request() does: "limit: use a whole number from 1 to 50: '0'".
Result<std::size_t> parse_similar_limit(const UrlParameters& parameters);

}  // namespace tracuu
