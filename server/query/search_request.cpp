#include "server/query/search_request.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "server/query/parameter_checks.h"
#include "server/query/parameter_values.h"
#include "server/query/parameters.h"

namespace tracuu {
namespace {

using Values = std::vector<std::string_view>;
using Problem = std::optional<Error>;

Problem apply_choice(const Parameter& parameter, std::string_view value, SearchRequest& request) {
  const auto choice = read_choice(parameter, value);
  if (!choice) {
    return choice.error();
  }
  // The choices of the table stand in the order of the enumerators.
  if (parameter.name == "sort") {
    request.sort = static_cast<Sort>(*choice);
  } else if (parameter.name == "match") {
    request.match = static_cast<Match>(*choice);
  } else if (parameter.name == "province_view") {
    request.province_view = static_cast<ProvinceView>(*choice);
  } else if (parameter.name == "locality") {
    request.locality = static_cast<Locality>(*choice);
  } else if (parameter.name == "collapse") {
    request.collapse = *choice == 1;
  } else if (parameter.name == "lang") {
    request.language = static_cast<Language>(*choice);
  } else if (parameter.name == "highlight") {
    request.highlight = static_cast<Highlight>(*choice);
  } else {
    request.explain = *choice == 1;
  }
  return std::nullopt;
}

Problem apply_number(const Parameter& parameter, std::string_view value, SearchRequest& request) {
  const auto number = read_number(parameter, value);
  if (!number) {
    return number.error();
  }
  (parameter.name == "limit"    ? request.limit
   : parameter.name == "offset" ? request.offset
                                : request.facet_limit) = *number;
  return std::nullopt;
}

Problem apply_date(const Parameter& parameter, std::string_view value, SearchRequest& request) {
  const auto days = read_period(parameter, value);
  if (!days) {
    return days.error();
  }
  if (parameter.name == "from") {
    request.from = days->first;
  } else {
    request.to = days->second;
  }
  return std::nullopt;
}

Problem apply_filter(const Parameter& parameter, const Values& values, SearchRequest& request) {
  const auto id = field_named(parameter.name);
  Filter filter{.field = id.value_or(FieldId::kProvince), .values = {}};
  for (const std::string_view value : values) {
    const auto canonical = read_field_value(filter.field, value);
    if (!canonical) {
      return canonical.error();
    }
    filter.values.push_back(*canonical);
  }
  // Equal requests are to have equal addresses.
  std::sort(filter.values.begin(), filter.values.end());
  filter.values.erase(std::unique(filter.values.begin(), filter.values.end()), filter.values.end());
  request.filters.push_back(std::move(filter));
  return std::nullopt;
}

Problem apply_fields(const Parameter& parameter, const Values& values, SearchRequest& request) {
  request.facets.clear();
  for (const std::string_view value : values) {
    const auto fields = read_field_list(parameter, value);
    if (!fields) {
      return fields.error();
    }
    request.facets.insert(request.facets.end(), fields->begin(), fields->end());
  }
  std::sort(request.facets.begin(), request.facets.end());
  request.facets.erase(std::unique(request.facets.begin(), request.facets.end()),
                       request.facets.end());
  return std::nullopt;
}

Problem apply(const Parameter& parameter, const Values& values, SearchRequest& request) {
  if (auto problem = check_values(parameter, values)) {
    return problem;
  }
  switch (parameter.kind) {
    case ParameterKind::kText:
      request.q = values.front();
      return std::nullopt;
    case ParameterKind::kValue:
      return apply_filter(parameter, values, request);
    case ParameterKind::kDate:
      return apply_date(parameter, values.front(), request);
    case ParameterKind::kChoice:
      return apply_choice(parameter, values.front(), request);
    case ParameterKind::kNumber:
      return apply_number(parameter, values.front(), request);
    case ParameterKind::kFieldList:
      return apply_fields(parameter, values, request);
  }
  return std::nullopt;
}

/// Settles what two parameters say together.
Problem settle(const Values& from, SearchRequest& request) {
  if (request.from && request.to && *request.from > *request.to) {
    const std::string to = to_iso(PartialDate::of(*request.to));
    return parameter_error("from", {"lies after to=" + to, "ở sau to=" + to}, from.front());
  }
  if (request.locality == Locality::kMentioned) {
    for (Filter& filter : request.filters) {
      if (filter.field == FieldId::kProvince) {
        filter.field = FieldId::kMentioned;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

Result<SearchRequest> parse_search_request(const UrlParameters& parameters,
                                           std::span<const Parameter> table) {
  const Result<ParameterValues> values = values_by_parameter(parameters, table);
  if (!values) {
    return values.error();
  }
  SearchRequest request;
  Values from;
  for (std::size_t i = 0; i < table.size(); ++i) {
    Values given = (*values)[i];
    if (given.empty() && !table[i].default_value.empty()) {
      given.push_back(table[i].default_value);
    }
    if (given.empty()) {
      continue;
    }
    if (auto problem = apply(table[i], given, request)) {
      return *std::move(problem);
    }
    if (table[i].name == "from") {
      from = std::move(given);
    }
  }
  if (auto problem = settle(from, request)) {
    return *std::move(problem);
  }
  return request;
}

Result<SearchRequest> parse_search_request(const UrlParameters& parameters) {
  return parse_search_request(parameters, kParameters);
}

}  // namespace tracuu
