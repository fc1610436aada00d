#include "server/http/cors.h"

#include <algorithm>

#include "server/http/negotiation.h"
#include "server/http/policy.h"

namespace tracuu {
namespace {

constexpr std::string_view kExposed =
    "Content-Disposition, ETag, Link, Retry-After, Server-Timing, X-Request-Id, X-Row-Count, "
    "X-Total-Count";
constexpr std::string_view kAllowedHeaders = "If-None-Match, X-Request-Id";
/// A day: what browsers keep of a preflight at most.
constexpr std::string_view kMaxAge = "86400";

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' ||
         c == '[' || c == ']';
}

}  // namespace

bool is_origin(std::string_view origin) {
  if (origin == "*") {
    return true;
  }
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (origin.starts_with(scheme)) {
      const std::string_view host = origin.substr(scheme.size());
      return !host.empty() && std::all_of(host.begin(), host.end(), is_host_character);
    }
  }
  return false;
}

void allow_origins(const HttpRequest& request, std::span<const std::string> allowed,
                   HttpResponse& response) {
  if (allowed.empty()) {
    return;
  }
  const bool everybody = std::find(allowed.begin(), allowed.end(), "*") != allowed.end();
  const std::string origin(request.header("origin"));
  if (!everybody) {
    add_vary(response, "Origin");
  }
  if (origin.empty() ||
      (!everybody && std::find(allowed.begin(), allowed.end(), origin) == allowed.end())) {
    return;
  }
  auto& headers = response.headers;
  headers.emplace_back("Access-Control-Allow-Origin", everybody ? "*" : origin);
  if (request.method == "OPTIONS") {
    headers.emplace_back("Access-Control-Allow-Methods", kAllowedMethods);
    headers.emplace_back("Access-Control-Allow-Headers", kAllowedHeaders);
    headers.emplace_back("Access-Control-Max-Age", kMaxAge);
  } else {
    headers.emplace_back("Access-Control-Expose-Headers", kExposed);
  }
}

}  // namespace tracuu
