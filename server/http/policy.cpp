#include "server/http/policy.h"

#include <algorithm>
#include <array>

namespace tracuu {
namespace {

// RFC 9110 chapter 9 and RFC 5789. Other methods are not "not allowed" but unknown.
constexpr std::array<std::string_view, 6> kOtherMethods = {"POST",    "PUT",   "DELETE",
                                                           "CONNECT", "TRACE", "PATCH"};

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 9110, 5.6.2.
bool is_token(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_alphanumeric(c) || kMarks.find(c) != std::string_view::npos;
  });
}

// Narrower than RFC 3986: pages and feeds build links from it, so nothing that means something to
// HTML or to a URL may pass.
bool is_host(std::string_view text) {
  constexpr std::string_view kMarks = ".-_:[]";
  return !text.empty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_alphanumeric(c) || kMarks.find(c) != std::string_view::npos;
  });
}

std::size_t count_fields(const RequestHead& head, std::string_view name) {
  return static_cast<std::size_t>(
      std::count_if(head.fields.begin(), head.fields.end(),
                    [&](const auto& field) { return field.first == name; }));
}

bool equal_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  });
}

bool lists_token(std::string_view list, std::string_view token) {
  while (true) {
    const std::size_t comma = list.find(',');
    std::string_view item = list.substr(0, comma);
    item.remove_prefix(std::min(item.find_first_not_of(" \t"), item.size()));
    item = item.substr(0, item.find_last_not_of(" \t") + 1);
    if (equal_ignoring_case(item, token)) {
      return true;
    }
    if (comma == std::string_view::npos) {
      return false;
    }
    list.remove_prefix(comma + 1);
  }
}

bool declares_body(const RequestHead& head) {
  const std::string length = joined_field(head, "content-length");
  return length.find_first_not_of('0') != std::string::npos;
}

std::optional<Refusal> check_fields(const RequestHead& head) {
  if (head.fields.size() > kMaxHeaderFields) {
    return Refusal{431, "too_many_headers",
                   "More than " + std::to_string(kMaxHeaderFields) + " header fields."};
  }
  if (!std::all_of(head.fields.begin(), head.fields.end(),
                   [](const auto& field) { return is_token(field.first); })) {
    return Refusal{400, "malformed_request", "A header field has a bad name."};
  }
  const std::size_t hosts = count_fields(head, "host");
  if (hosts > 1 || (hosts == 0 && head.version == 11)) {
    return Refusal{400, "bad_host", "A request needs exactly one Host header."};
  }
  if (hosts == 1 && !is_host(joined_field(head, "host"))) {
    return Refusal{400, "bad_host", "The Host header is not a host name or address."};
  }
  if (count_fields(head, "transfer-encoding") > 0) {
    return Refusal{400, "body_not_allowed", "Transfer-Encoding is not accepted: send no body."};
  }
  return std::nullopt;
}

std::optional<Refusal> check_method(const RequestHead& head) {
  if (head.method == "GET" || head.method == "HEAD" || head.method == "OPTIONS") {
    return std::nullopt;
  }
  const bool close = declares_body(head);
  if (std::find(kOtherMethods.begin(), kOtherMethods.end(), head.method) != kOtherMethods.end()) {
    return Refusal{405, "method_not_allowed",
                   "This server only answers " + std::string(kAllowedMethods) + ".", close};
  }
  return Refusal{501, "unknown_method", "Unknown method; methods are written in capitals.", close};
}

}  // namespace

std::optional<Refusal> check_head(const RequestHead& head) {
  if (head.version != 10 && head.version != 11) {
    return Refusal{505, "unsupported_version", "Only HTTP/1.0 and HTTP/1.1 are spoken here."};
  }
  if (auto refusal = check_fields(head)) {
    return refusal;
  }
  if (auto refusal = check_method(head)) {
    return refusal;
  }
  if (declares_body(head)) {
    return Refusal{400, "body_not_allowed", "A request here has no body."};
  }
  if (head.target.size() > kMaxTargetBytes) {
    return Refusal{414, "target_too_long",
                   "The target is longer than " + std::to_string(kMaxTargetBytes) + " bytes.",
                   false};
  }
  return std::nullopt;
}

bool keeps_alive(const RequestHead& head) {
  const std::string connection = joined_field(head, "connection");
  if (lists_token(connection, "close")) {
    return false;
  }
  return head.version == 11 || lists_token(connection, "keep-alive");
}

std::string joined_field(const RequestHead& head, std::string_view name) {
  std::string joined;
  for (const auto& [field_name, value] : head.fields) {
    if (field_name == name) {
      joined += joined.empty() ? value : ", " + value;
    }
  }
  return joined;
}

bool is_request_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return is_alphanumeric(c) || c == '_' || c == '-';
  });
}

std::string mint_request_id(std::uint32_t seed, std::uint32_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string id(17, '-');
  for (std::size_t i = 0; i < 8; ++i) {
    const std::size_t shift = 28 - 4 * i;
    id[i] = kDigits[(seed >> shift) & 0x0F];
    id[i + 9] = kDigits[(number >> shift) & 0x0F];
  }
  return id;
}

}  // namespace tracuu
