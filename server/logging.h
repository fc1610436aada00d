#pragma once

#include "server/http/listener_options.h"

namespace tracuu {

/// Sends the program's log to standard error, one JSON object a line: ts, level, and either message
/// or the fields of a request. Query texts are not logged. Call once, before any other thread.
void start_logging();

/// Logs one finished exchange.
void log_request(const RequestRecord& record);

/// Logs a sentence.
void log_message(std::string_view sentence);
void log_error(std::string_view sentence);

}  // namespace tracuu
