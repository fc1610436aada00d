#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace tracuu {

/// Returns the phrase of a status line: "Not Found" for 404; "Unknown Status" where there is none.
std::string_view reason_phrase(int status);

/// Writes `text` as a JSON string, quotes included. Ill-formed UTF-8, which hostile requests may
/// hold, becomes U+FFFD byte by byte; '<', '>' and '&' are escaped so that no browser can take it
/// for HTML.
std::string json_string(std::string_view text);

/// Builds an RFC 9457 problem document: type, title, status, detail, code, request_id. A 503 says
/// Retry-After: 1, a 405 which methods are allowed.
HttpResponse make_problem(int status, std::string_view code, std::string_view detail,
                          std::string_view request_id);

}  // namespace tracuu
