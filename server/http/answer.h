#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace tracuu {

/// What the listener adds to a response.
struct AnswerFrame {
  std::string_view request_id;
  bool keep_alive = false;
  std::chrono::system_clock::time_point now;
  bool takes_chunks = true;  ///< the client speaks HTTP/1.1
};

/// Prints an HTTP date: "Sun, 06 Nov 1994 08:49:37 GMT", whatever the locale.
std::string http_date(std::chrono::system_clock::time_point time);

/// Returns whether an answer of this status has a body: not 204 and 304.
bool has_body(int status);

/// Reads what http_date() prints, the one form of date that is still sent (RFC 9110, 5.6.7);
/// nothing for any other, of which a client then just does not learn that it holds the newest.
std::optional<std::chrono::system_clock::time_point> parse_http_date(std::string_view text);

/// Prints status line and header fields, blank line included; the same for GET and HEAD. A body of
/// pieces is announced as chunked, or not at all to a client of HTTP/1.0, for whom the end of the
/// connection is the end of the body. CR, LF and
/// NUL in a handler's header value become blanks, so that no value can start a field of its own; a
/// handler's Connection, Content-Length, Date, Server, Transfer-Encoding and X-Request-Id are left
/// out, because those are decided here.
std::string render_head(const HttpResponse& response, const AnswerFrame& frame);

}  // namespace tracuu
