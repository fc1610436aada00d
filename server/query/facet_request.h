#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "server/query/parameters.h"
#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

inline constexpr std::string_view kFacetQuestion = "query";

/// Returns all URL parameters of /api/v1/facets/{name}: those of the search, where `q` is what was
/// typed of a value, `query` is the question that is called `q` there, and `limit` counts values.
/// What has no meaning for values (sort, highlight ...) is accepted, so that a page can pass its
/// own address on.
std::span<const Parameter> facet_parameters();

/// What is looked for among the values of one facet.
struct FacetRequest {
  FieldId field = FieldId::kProvince;
  std::string typed;       ///< normalized; "" for the commonest values
  std::size_t limit = 20;  ///< values to return
  std::size_t offset = 0;
  SearchRequest search;  ///< under which they are counted
};

/// Reads the parameters, with the manners of parse_search_request(). REQUIRES: `id` is a field.
Result<FacetRequest> parse_facet_request(FieldId id, const UrlParameters& parameters);

/// Returns the sentence for a name that is no field: it names the nearest one, and all.
std::string unknown_facet(std::string_view name);

/// The values of one facet that fit what was typed.
struct FacetMatches {
  std::vector<FacetValue> values;  ///< by count, then value
  std::uint64_t matching = 0;      ///< how many values fit, those left out included
  std::uint64_t distinct = 0;      ///< how many values articles have
  std::uint64_t total = 0;         ///< articles found under all filters
  IndexInfo index;
};

}  // namespace tracuu
