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
  if (names.empty()) {
    return parameter_error(name, {"unknown parameter, there is none here",
                                  "không có tham số này, ở đây không có tham số nào"});
  }
  const auto close = nearest(replace_invalid_utf8(name.substr(0, kLongestValue)), names, 1);
  if (!close.empty()) {
    return parameter_error(name, {"unknown parameter, did you mean '" + close.front() + "'?",
                                  "không có tham số này, có phải '" + close.front() + "'?"});
  }
  std::string list;
  for (const std::string_view valid : names) {
    list.append(list.empty() ? "" : ", ").append(valid);
  }
  return parameter_error(name, {"unknown parameter, valid are " + list,
                                "không có tham số này, các tham số là " + list});
}

std::optional<Error> check_text(const Parameter& parameter, std::string_view value) {
  if (const auto bad = find_invalid_utf8(value.substr(0, 4 * kLongestQuery + 4))) {
    // A cut inside the last character is no fault of the text.
    if (value.size() <= 4 * kLongestQuery || *bad < 4 * kLongestQuery) {
      const std::string at = std::to_string(*bad);
      return parameter_error(parameter.name,
                             {"not valid UTF-8 at byte " + at, "không phải UTF-8 ở byte " + at},
                             value);
    }
  }
  const std::size_t most = parameter.most == 0 || parameter.kind == ParameterKind::kNumber
                               ? kLongestValue
                               : parameter.most;
  if (value.size() > 4 * kLongestQuery || is_longer(value, most)) {
    return parameter_error(parameter.name, longer_than(most), value);
  }
  return std::nullopt;
}

std::optional<Error> check_values(const Parameter& parameter,
                                  std::span<const std::string_view> values) {
  if (!parameter.repeatable && values.size() > 1) {
    return parameter_error(parameter.name,
                           {"given more than once, give it once", "có nhiều lần, chỉ dùng một lần"},
                           values[1]);
  }
  if (values.size() > kMostFilterValues) {
    const std::string most = std::to_string(kMostFilterValues);
    return parameter_error(parameter.name,
                           {"more than " + most + " values", "có quá " + most + " giá trị"},
                           values.back());
  }
  for (const std::string_view value : values) {
    if (auto problem = check_text(parameter, value)) {
      return problem;
    }
  }
  return std::nullopt;
}

Language language_of(const UrlParameters& parameters) {
  const auto given = std::find_if(parameters.begin(), parameters.end(), [](const auto& parameter) {
    return parameter.first == kLanguageParameter.name;
  });
  return given != parameters.end() && given->second == kLanguageParameter.choices[1]
             ? Language::kEnglish
             : Language::kVietnamese;
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
