#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// An error answer by RFC 9457. `code` is stable; titles and details may be reworded.
struct Problem {
  int status = 400;
  std::string_view code;  ///< "invalid_parameter", "not_found", "deadline_exceeded" ...
  std::string title;      ///< the same for every problem of this code
  std::string detail;     ///< this one, a full sentence for a person
  std::string parameter;  ///< the URL parameter at fault, or ""
};

/// Returns the problem as application/problem+json: type, title, status, detail, code, param,
/// request_id.
std::string to_json(const Problem& problem, std::string_view request_id);

/// Makes the problem of a bad parameter out of a message that starts with its name:
/// "from: not a date ..." -> parameter "from".
Problem invalid_parameter(std::string_view message);

}  // namespace tracuu
