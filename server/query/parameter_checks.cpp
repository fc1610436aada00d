#include "server/query/parameter_checks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "server/query/nearest.h"
#include "server/query/parameter_values.h"

namespace tracuu {

Error unknown_parameter(std::string_view name, std::span<const Parameter> parameters) {
  std::vector<std::string_view> names;
  names.reserve(parameters.size());
  for (const Parameter& parameter : parameters) {
    names.push_back(parameter.name);
  }
  const auto close = nearest(replace_invalid_utf8(name.substr(0, kLongestValue)), names, 1);
  std::string reason = "unknown parameter";
  if (close.empty()) {
    reason += ", valid are ";
    for (const std::string_view valid : names) {
      reason.append(valid).append(valid == names.back() ? "" : ", ");
    }
  } else {
    reason += ", did you mean '" + close.front() + "'?";
  }
  Error error = parameter_error(name, reason, "");
  error.message.resize(error.message.size() - std::string_view(": ''").size());
  return error;
}

std::optional<Error> check_text(const Parameter& parameter, std::string_view value) {
  if (const auto bad = find_invalid_utf8(value.substr(0, 4 * kLongestQuery + 4))) {
    // A cut inside the last character is no fault of the text.
    if (value.size() <= 4 * kLongestQuery || *bad < 4 * kLongestQuery) {
      return parameter_error(parameter.name, "not valid UTF-8 at byte " + std::to_string(*bad),
                             value);
    }
  }
  const std::size_t most = parameter.most == 0 || parameter.kind == ParameterKind::kNumber
                               ? kLongestValue
                               : parameter.most;
  if (value.size() > 4 * kLongestQuery || is_longer(value, most)) {
    return parameter_error(parameter.name, "longer than " + std::to_string(most) + " characters",
                           value);
  }
  return std::nullopt;
}

std::optional<Error> check_values(const Parameter& parameter,
                                  std::span<const std::string_view> values) {
  if (!parameter.repeatable && values.size() > 1) {
    return parameter_error(parameter.name, "given more than once, give it once", values[1]);
  }
  if (values.size() > kMostFilterValues) {
    return parameter_error(parameter.name,
                           "more than " + std::to_string(kMostFilterValues) + " values",
                           values.back());
  }
  for (const std::string_view value : values) {
    if (auto problem = check_text(parameter, value)) {
      return problem;
    }
  }
  return std::nullopt;
}

Result<ParameterValues> values_by_parameter(const UrlParameters& parameters,
                                            std::span<const Parameter> table) {
  ParameterValues values(table.size());
  for (const auto& [given, value] : parameters) {
    const std::string& name = given;  // a lambda may not hold a structured binding
    const auto row = std::find_if(table.begin(), table.end(), [&](const Parameter& candidate) {
      return candidate.name == name;
    });
    if (row == table.end()) {
      return unknown_parameter(name, table);
    }
    if (!value.empty()) {
      values[static_cast<std::size_t>(row - table.begin())].push_back(value);
    }
  }
  return values;
}

}  // namespace tracuu
