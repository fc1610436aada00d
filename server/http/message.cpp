#include "server/http/message.h"

#include <algorithm>

namespace tracuu {

std::string_view HttpRequest::header(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string HttpRequest::all_headers(std::string_view name) const {
  std::string all;
  for (const auto& [known, value] : headers) {
    if (known == name) {
      all.append(all.empty() ? "" : ", ").append(value);
    }
  }
  return all;
}

}  // namespace tracuu
