#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "server/query/parameters.h"

namespace tracuu {

// Checks that are the same for the parameters of every endpoint.

/// Returns the error for a name that is none of `parameters`: it names the nearest one, or all.
Error unknown_parameter(std::string_view name, std::span<const Parameter> parameters);

/// Checks that a value is valid UTF-8 of no more than the parameter's length.
std::optional<Error> check_text(const Parameter& parameter, std::string_view value);

/// Values given to the parameters of a table, by row, in the order given.
using ParameterValues = std::vector<std::vector<std::string_view>>;

/// Sorts what was given by the rows of `table`; empty values are left out, for a form without
/// scripts sends its empty fields too. Fails as unknown_parameter(). The views live as long as
/// `parameters`.
Result<ParameterValues> values_by_parameter(const UrlParameters& parameters,
                                            std::span<const Parameter> table);

/// Checks how many values a parameter has, and each by check_text().
std::optional<Error> check_values(const Parameter& parameter,
                                  std::span<const std::string_view> values);

/// Returns the language that `parameters` ask for, Vietnamese where they do not say or say it
/// wrongly: for the words of the very error.
Language language_of(const UrlParameters& parameters);

}  // namespace tracuu
