#include "server/query/facet_request.h"

#include <algorithm>
#include <utility>

#include "server/query/nearest.h"
#include "server/query/parameter_checks.h"
#include "server/query/parameter_values.h"

namespace tracuu {
namespace {

/// Gives an error of the search the name that its parameter has here.
Error renamed(Error error) {
  if (error.message.starts_with("q:")) {
    error.message.replace(0, 1, kFacetQuestion);
  }
  return error;
}

}  // namespace

Result<FacetRequest> parse_facet_request(FieldId id, const UrlParameters& parameters) {
  const std::span<const Parameter> rows = kFacetParameters;
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
    if (rows[i].name == "q") {
      request.typed = trimmed(given.front());
    } else if (rows[i].name == "limit") {
      const auto limit = read_number(rows[i], given.front());
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

std::string unknown_facet(std::string_view name, Language language) {
  std::vector<std::string_view> names;
  std::string all;
  for (const Field& row : kFields) {
    names.push_back(row.name);
    all.append(all.empty() ? "" : ", ").append(row.name);
  }
  const auto close = nearest(name, names, 1);
  const bool vietnamese = language == Language::kVietnamese;
  std::string sentence = vietnamese ? "Không có mặt nào tên này" : "No facet has this name";
  if (!close.empty()) {
    sentence += (vietnamese ? ", có phải '" : ", did you mean '") + close.front() + "'";
  }
  sentence += (vietnamese ? "; các mặt là " : "; the facets are ") + all;
  return sentence + ": '" + std::string(name) + "'";
}

}  // namespace tracuu
