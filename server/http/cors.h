#pragma once

#include <span>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace tracuu {

/// Returns whether `origin` can be allowed: "*", or "https://a.example", perhaps with a port and
/// nothing behind it, in lower case, as browsers send it.
bool is_origin(std::string_view origin);

/// Lets pages of the origins in `allowed` ("*": all) read the answer: Access-Control-Allow-Origin,
/// which headers they may see, and for a preflight what they may ask. Says Vary: Origin whenever
/// anybody is allowed, and nothing at all where nobody is.
void allow_origins(const HttpRequest& request, std::span<const std::string> allowed,
                   HttpResponse& response);

}  // namespace tracuu
