#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/result.h"

namespace tracuu {

/// The most parameters a query may carry.
inline constexpr std::size_t kMaxParameters = 64;

/// What a request target says, decoded once.
struct Target {
  std::string path;                   ///< decoded: "/api/v1/documents/36-NQ/TW"
  std::vector<std::string> segments;  ///< each decoded by itself: {"api", ..., "36-NQ/TW"}
  std::string query;                  ///< raw, behind '?'
  std::vector<std::pair<std::string, std::string>> parameters;  ///< decoded, in order

  bool operator==(const Target&) const = default;
};

/// Decodes "%E1%BB%87" to "ệ"; with `plus_is_blank` also '+' to ' '. Bytes sent raw stay. An error,
/// without the name of the part, for a '%' without two hexadecimal digits, NUL or ill-formed UTF-8.
Result<std::string> percent_decode(std::string_view text, bool plus_is_blank);

/// Reads an origin-form target such as "/api/v1/search?q=ngh%E1%BB%8B+quy%E1%BA%BFt". '+' is a
/// blank in the query only. "/" has no segments, "/a/" has {"a", ""}: no empty segment is hidden. A
/// parameter without '=' has the value ""; empty pieces ("a=1&&b=2") are skipped. Raw UTF-8, as
/// `curl '...?q=chính'` sends it, is read as if it had been encoded.
/// Errors: an absolute URL, "*", a fragment, a "." or ".." segment, a backslash or control
/// character in the path (each also when written as %XX), a nameless parameter, more than
/// kMaxParameters, and what percent_decode refuses.
Result<Target> parse_target(std::string_view target);

}  // namespace tracuu
