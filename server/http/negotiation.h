#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace tracuu {

/// Bodies up to this size are sent as they are: gzip would cost more than it saves.
inline constexpr std::size_t kMinCompressedBytes = 1024;

/// Returns whether Accept-Encoding allows gzip and does not prefer the plain body: "gzip",
/// "br, *;q=0.1" yes; "", "gzip;q=0", "gzip;q=0.5, identity" no. A malformed weight counts as 0.
bool accepts_gzip(std::string_view accept_encoding);

/// Returns whether a body of this type shrinks: text/*, JSON, NDJSON, XML, JavaScript, SVG.
bool is_compressible(std::string_view content_type);

/// Returns whether an If-None-Match value names `etag`, compared weakly (RFC 9110, 8.8.3.2); "*"
/// names every one. A malformed list matches nothing from the fault on.
bool matches_etag(std::string_view if_none_match, std::string_view etag);

/// Says in Vary, once, that another `field` of the request would have changed the answer: "Origin".
void add_vary(HttpResponse& response, std::string_view field);

/// Fits a handler's response to what the request said it can use: 304 without a body when a 200 has
/// an ETag that the client holds or, for a request without If-None-Match, a Last-Modified that is
/// no later than its If-Modified-Since; else gzip, of a body of pieces piece by piece. Sets Vary
/// wherever another Accept-Encoding would have changed the body, and weakens the ETag of a
/// compressed one and of the 304 in its place (RFC 9110, 15.4.5). A response with its own
/// Content-Encoding is left as it is.
HttpResponse negotiate(const HttpRequest& request, HttpResponse response);

}  // namespace tracuu
