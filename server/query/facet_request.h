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

namespace facet_parameters {

consteval std::array<Parameter, kParameters.size() + 1> of_search() {
  std::array<Parameter, kParameters.size() + 1> rows{Parameter{
      .name = "q",
      .most = kLongestValue,
      .description_vi = "Phần đã gõ của giá trị, có dấu hay không: mỗi từ là phần đầu của một từ",
      .description_en =
          "What was typed of a value, with marks or without: each word starts one of it",
      .example = "hai ph"}};
  for (std::size_t i = 0; i < kParameters.size(); ++i) {
    Parameter& row = rows[i + 1] = kParameters[i];
    if (row.name == "q") {
      row.name = kFacetQuestion;
    } else if (row.name == "limit") {
      row = {.name = "limit",
             .kind = ParameterKind::kNumber,
             .default_value = "20",
             .least = 1,
             .most = kLargestFacetLimit,
             .description_vi = "Số giá trị trả về",
             .description_en = "Values to return",
             .example = "50"};
    } else if (row.name == "offset") {
      row.description_vi = "Số giá trị bỏ qua ở đầu";
      row.description_en = "Values to skip";
    }
  }
  return rows;
}

}  // namespace facet_parameters

/// All URL parameters of /api/v1/facets/{name}: those of the search, where `q` is what was
/// typed of a value, `query` is the question that is called `q` there, and `limit` counts values.
/// What has no meaning for values (sort, highlight ...) is accepted, so that a page can pass its
/// own address on.
inline constexpr std::array<Parameter, kParameters.size() + 1> kFacetParameters =
    facet_parameters::of_search();

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
std::string unknown_facet(std::string_view name, Language language);

/// The values of one facet that fit what was typed.
struct FacetMatches {
  std::vector<FacetValue> values;  ///< by count, then value
  std::uint64_t matching = 0;      ///< how many values fit, those left out included
  std::uint64_t distinct = 0;      ///< how many values articles have
  std::uint64_t total = 0;         ///< articles found under all filters
  IndexInfo index;
};

}  // namespace tracuu
