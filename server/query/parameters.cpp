#include "server/query/parameters.h"

#include <algorithm>

namespace tracuu {

const Parameter* parameter_named(std::string_view name) {
  const auto* const found =
      std::find_if(kParameters.begin(), kParameters.end(),
                   [&](const Parameter& parameter) { return parameter.name == name; });
  return found == kParameters.end() ? nullptr : &*found;
}

std::span<const std::string_view> choices_of(const Parameter& parameter) {
  const auto* const end =
      std::find(parameter.choices.begin(), parameter.choices.end(), std::string_view());
  return {parameter.choices.begin(), end};
}

}  // namespace tracuu
