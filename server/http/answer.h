#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace tracuu {

/// What the listener adds to a response.
struct AnswerFrame {
  std::string_view request_id;
  bool keep_alive = false;
  std::chrono::system_clock::time_point now;
};

/// Prints an HTTP date: "Sun, 06 Nov 1994 08:49:37 GMT", whatever the locale.
std::string http_date(std::chrono::system_clock::time_point time);

/// Returns whether an answer of this status has a body: not 204 and 304.
bool has_body(int status);

/// Prints status line and header fields, blank line included; the same for GET and HEAD. CR, LF and
/// NUL in a handler's header value become blanks, so that no value can start a field of its own; a
/// handler's Connection, Content-Length, Date, Server, Transfer-Encoding and X-Request-Id are left
/// out, because those are decided here.
std::string render_head(const HttpResponse& response, const AnswerFrame& frame);

}  // namespace tracuu
