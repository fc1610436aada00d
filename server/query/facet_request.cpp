#include "server/query/facet_request.h"

#include <algorithm>
#include <utility>

#include "server/query/nearest.h"
#include "server/query/parameter_checks.h"
#include "server/query/parameter_values.h"

namespace tracuu {
namespace {

constexpr Parameter kTyped{
    .name = "q",
    .most = kLongestValue,
    .description_vi = "Phần đã gõ của giá trị, có dấu hay không: mỗi từ là phần đầu của một từ",
    .description_en =
        "What was typed of a value, with marks or without: each word starts one of it",
    .example = "hai ph"};
constexpr Parameter kLimit{.name = "limit",
                           .kind = ParameterKind::kNumber,
                           .default_value = "20",
                           .least = 1,
                           .most = kLargestFacetLimit,
                           .description_vi = "Số giá trị trả về",
                           .description_en = "Values to return",
                           .example = "50"};

std::vector<Parameter> table() {
  std::vector<Parameter> rows{kTyped};
  for (Parameter row : kParameters) {
    if (row.name == "q") {
      row.name = kFacetQuestion;
    }
    if (row.name == "limit") {
      row = kLimit;
    }
    if (row.name == "offset") {
      row.description_vi = "Số giá trị bỏ qua ở đầu";
      row.description_en = "Values to skip";
    }
    rows.push_back(row);
  }
  return rows;
}

/// Gives an error of the search the name that its parameter has here.
Error renamed(Error error) {
  if (error.message.starts_with("q:")) {
    error.message.replace(0, 1, kFacetQuestion);
  }
  return error;
}

}  // namespace

std::span<const Parameter> facet_parameters() {
  static const std::vector<Parameter> rows = table();
  return rows;
}

Result<FacetRequest> parse_facet_request(FieldId id, const UrlParameters& parameters) {
  const std::span<const Parameter> rows = facet_parameters();
  const Result<ParameterValues> values = values_by_parameter(parameters, rows);
  if (!values) {
    return values.error();
  }
  FacetRequest request;
  request.field = id;
  UrlParameters of_search;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& given = (*values)[i];
    if (given.empty()) {
      continue;
    }
    if (const auto problem = check_values(rows[i], given)) {
      return *problem;
    }
    if (rows[i].name == kTyped.name) {
      request.typed = trimmed(given.front());
    } else if (rows[i].name == kLimit.name) {
      const auto limit = read_number(kLimit, given.front());
      if (!limit) {
        return limit.error();
      }
      request.limit = *limit;
    } else {
      const std::string_view name = rows[i].name == kFacetQuestion ? "q" : rows[i].name;
      for (const std::string_view value : given) {
        of_search.emplace_back(name, value);
      }
    }
  }
  Result<SearchRequest> search = parse_search_request(of_search);
  if (!search) {
    return renamed(search.error());
  }
  request.search = std::move(*search);
  request.offset = std::exchange(request.search.offset, 0);
  return request;
}

std::string unknown_facet(std::string_view name) {
  std::vector<std::string_view> names;
  std::string all;
  for (const Field& row : kFields) {
    names.push_back(row.name);
    all.append(all.empty() ? "" : ", ").append(row.name);
  }
  const auto close = nearest(name, names, 1);
  std::string sentence = "No facet has this name";
  if (!close.empty()) {
    sentence += ", did you mean '" + close.front() + "'";
  }
  return sentence + "; the facets are " + all + ": '" + std::string(name) + "'";
}

}  // namespace tracuu
