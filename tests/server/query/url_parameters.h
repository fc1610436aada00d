#pragma once

#include <algorithm>
#include <string_view>

#include "server/query/search_request.h"

namespace tracuu {

/// Reads "name=value&name=value" without decoding.
inline UrlParameters parameters_of(std::string_view text) {
  UrlParameters parameters;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    parameters.emplace_back(pair.substr(0, equals), pair.substr(std::min(pair.size(), equals + 1)));
  }
  return parameters;
}

}  // namespace tracuu
