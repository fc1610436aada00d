#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "server/http/listener_options.h"

namespace tracuu {

/// What of a request is logged, and how.
struct LogOptions {
  std::chrono::milliseconds slow{0};  ///< as slow, or slower, is a warning; 0: none is
  bool queries = false;               ///< also its path and what was asked
};

/// Sends the program's log to standard error, one JSON object a line: ts, level, and either message
/// or the fields of a request. Call once, before any other thread.
void start_logging();

/// Logs one finished exchange.
void log_request(const RequestRecord& record, const LogOptions& options);

/// Returns what such a line holds behind ts and level: request_id, method, route (a pattern, "" for
/// none), status, took_ms, queue_ms, bytes and remote; hits of a search; problem, its code; of a
/// slow one timing, stage by stage. Only with LogOptions::queries path and asked ("q=nghị quyết").
std::string request_fields(const RequestRecord& record, const LogOptions& options);

/// Returns `text` as a JSON string in which no character that a terminal or a reader of lines acts
/// on is left as it is: controls, also those of U+0080 to U+009F, line and paragraph separators,
/// marks of writing direction. Ill-formed UTF-8 becomes U+FFFD.
std::string log_text(std::string_view text);

/// Logs a sentence.
void log_message(std::string_view sentence);
void log_error(std::string_view sentence);

}  // namespace tracuu
