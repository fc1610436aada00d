#pragma once

#include <array>
#include <cstddef>

#include "common/result.h"
#include "server/query/parameters.h"
#include "server/query/search_request.h"

namespace tracuu {

inline constexpr std::size_t kMostSimilar = 50;

/// All URL parameters of /api/v1/articles/{id}/similar.
inline constexpr std::array<Parameter, 2> kSimilarParameters{{
    {.name = "limit",
     .kind = ParameterKind::kNumber,
     .default_value = "10",
     .least = 1,
     .most = kMostSimilar,
     .description_vi = "Số bài trả về",
     .description_en = "Articles to return",
     .example = "20"},
    kLanguageParameter,
}};

/// Which articles on the same matter are wanted.
struct SimilarRequest {
  std::size_t limit = 10;  ///< 1..kMostSimilar
  Language language = Language::kVietnamese;

  bool operator==(const SimilarRequest&) const = default;
};

/// Reads the parameters of /api/v1/articles/{id}/similar, with the manners of
/// parse_search_request(): "limit: use a whole number from 1 to 50: '0'".
Result<SimilarRequest> parse_similar_request(const UrlParameters& parameters);

}  // namespace tracuu
