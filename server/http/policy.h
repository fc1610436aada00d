#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/head.h"

namespace tracuu {

/// What a 405 and the answer to OPTIONS name.
inline constexpr std::string_view kAllowedMethods = "GET, HEAD, OPTIONS";
inline constexpr std::size_t kMaxHeaderFields = 100;

/// Judges a parsed head before anybody acts on it; nothing means it may pass. In this order:
/// version 1.0 or 1.1 (505); at most kMaxHeaderFields (431); names that are tokens, one well-formed
/// Host (HTTP/1.0 may have none), no Transfer-Encoding, not even "identity" (400); a standard
/// method that this server lacks (405) or an unknown one (501); no body (400); a target of at most
/// kMaxTargetBytes (414). Stricter than RFC 9112 asks where a proxy in front might read the same
/// bytes otherwise: request smuggling lives on such differences.
std::optional<Refusal> check_head(const RequestHead& head);

/// Returns whether the client wants a further request on this connection: HTTP/1.1 unless it says
/// "Connection: close", HTTP/1.0 only if it says "Connection: keep-alive".
bool keeps_alive(const RequestHead& head);

/// Returns all fields `name` (lower case) joined by ", ", or "".
std::string joined_field(const RequestHead& head, std::string_view name);

/// Returns whether a client's X-Request-Id may be used: 1 to 64 of [A-Za-z0-9_-]. Anything else
/// could forge log lines.
bool is_request_id(std::string_view id);

/// Makes the `number`-th id of a process that drew `seed` at its start: "5f3c9a1e-0000002a". Not a
/// secret.
std::string mint_request_id(std::uint32_t seed, std::uint32_t number);

}  // namespace tracuu
