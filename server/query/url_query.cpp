#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/query/parameter_values.h"
#include "server/query/parameters.h"
#include "server/query/search_request.h"

namespace tracuu {
namespace {

std::string joined_names(const std::vector<FieldId>& fields) {
  std::string names;
  for (const FieldId id : fields) {
    names.append(names.empty() ? "" : ",").append(field(id).name);
  }
  return names.empty() ? "none" : names;
}

std::vector<std::string> filter_values(const Parameter& parameter, const SearchRequest& request) {
  for (const Filter& filter : request.filters) {
    const bool of_mentioned = filter.field == FieldId::kMentioned && parameter.name == "province";
    if (of_mentioned || field(filter.field).name == parameter.name) {
      return filter.values;
    }
  }
  return {};
}

std::string day_value(const std::optional<Day>& day) {
  return day ? to_iso(PartialDate::of(*day)) : "";
}

std::string choice_value(const Parameter& parameter, const SearchRequest& request) {
  const std::array<std::pair<std::string_view, int>, 8> chosen{{
      {"sort", static_cast<int>(request.sort)},
      {"match", static_cast<int>(request.match)},
      {"province_view", static_cast<int>(request.province_view)},
      {"locality", static_cast<int>(request.locality)},
      {"collapse", static_cast<int>(request.collapse)},
      {"highlight", static_cast<int>(request.highlight)},
      {"explain", static_cast<int>(request.explain)},
      {"lang", static_cast<int>(request.language)},
  }};
  const auto* const choice = std::find_if(chosen.begin(), chosen.end(), [&](const auto& entry) {
    return entry.first == parameter.name;
  });
  return std::string(parameter.choices[static_cast<std::size_t>(choice->second)]);
}

std::string number_value(const Parameter& parameter, const SearchRequest& request) {
  return std::to_string(parameter.name == "limit"    ? request.limit
                        : parameter.name == "offset" ? request.offset
                                                     : request.facet_limit);
}

std::vector<std::string> values_of(const Parameter& parameter, const SearchRequest& request) {
  switch (parameter.kind) {
    case ParameterKind::kText:
      return {request.q};
    case ParameterKind::kValue:
      return filter_values(parameter, request);
    case ParameterKind::kDate:
      return {day_value(parameter.name == "from" ? request.from : request.to)};
    case ParameterKind::kChoice:
      return {choice_value(parameter, request)};
    case ParameterKind::kNumber:
      return {number_value(parameter, request)};
    case ParameterKind::kFieldList:
      return {joined_names(request.facets)};
  }
  return {};
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kUnreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char character : text) {
    if (kUnreserved.find(character) != std::string_view::npos) {
      out += character;
    } else {
      const auto byte = static_cast<unsigned char>(character);
      out.append(1, '%').append(1, kHex[byte >> 4]).append(1, kHex[byte & 0xF]);
    }
  }
  return out;
}

UrlParameters url_parameters_of(const SearchRequest& request, std::span<const Parameter> table) {
  UrlParameters given;
  for (const Parameter& parameter : table) {
    for (std::string& value : values_of(parameter, request)) {
      if (!value.empty() && value != parameter.default_value) {
        given.emplace_back(parameter.name, std::move(value));
      }
    }
  }
  return given;
}

UrlParameters url_parameters_of(const SearchRequest& request) {
  return url_parameters_of(request, kParameters);
}

std::string to_url_query(const SearchRequest& request) {
  return to_url_query(request, kParameters);
}

std::string to_url_query(const SearchRequest& request, std::span<const Parameter> table) {
  std::string query;
  for (const auto& [name, value] : url_parameters_of(request, table)) {
    query.append(query.empty() ? "" : "&").append(name);
    query.append(1, '=').append(percent_encoded(value));
  }
  return query;
}

}  // namespace tracuu
