#include "server/http/head.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>

namespace tracuu {
namespace {

namespace http = boost::beast::http;

// Long enough for any method and version around the longest target.
constexpr std::size_t kMaxRequestLineBytes = kMaxTargetBytes + 64;
constexpr std::uint64_t kMaxDeclaredBodyBytes = 65536;

Refusal bad_request(std::string detail) {
  return {400, "malformed_request", std::move(detail)};
}

bool is_forbidden_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

Refusal too_large(std::size_t line_breaks) {
  if (line_breaks == 0) {
    return {414, "target_too_long",
            "The request line is longer than " + std::to_string(kMaxRequestLineBytes) + " bytes."};
  }
  return {431, "header_too_large",
          "The header is larger than " + std::to_string(kMaxHeadBytes) + " bytes."};
}

std::optional<Refusal> find_line_fault(std::string_view line, std::size_t line_breaks) {
  if (line_breaks == 0 && line.size() > kMaxRequestLineBytes) {
    return too_large(line_breaks);
  }
  if (std::any_of(line.begin(), line.end(), is_forbidden_control)) {
    return bad_request("The header holds a control character.");
  }
  if (line_breaks > 0 && !line.empty() && (line.front() == ' ' || line.front() == '\t')) {
    return bad_request("A header line is folded.");
  }
  return std::nullopt;
}

// Beast calls every strange version bad; only a well-formed one is merely unsupported.
bool names_other_version(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\r'));
  const std::size_t blank = line.rfind(' ');
  if (blank == std::string_view::npos) {
    return false;
  }
  const std::string_view version = line.substr(blank + 1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return version.size() == 8 && version.substr(0, 5) == "HTTP/" && is_digit(version[5]) &&
         version[6] == '.' && is_digit(version[7]) && version != "HTTP/1.0" &&
         version != "HTTP/1.1";
}

Refusal explain(const boost::beast::error_code& error, std::string_view head) {
  if (error == http::error::bad_version) {
    if (names_other_version(head)) {
      return {505, "unsupported_version", "Only HTTP/1.0 and HTTP/1.1 are spoken here."};
    }
    return bad_request("The request line does not end in an HTTP version.");
  }
  if (error == http::error::body_limit) {
    return {413, "body_too_large", "A request here has no body."};
  }
  if (error == http::error::bad_content_length) {
    return bad_request("Content-Length is not one plain number.");
  }
  if (error == http::error::bad_transfer_encoding) {
    return bad_request("Transfer-Encoding and Content-Length contradict each other.");
  }
  return bad_request("This is not an HTTP request: " + error.message() + ".");
}

}  // namespace

HeadScan scan_head(std::string_view bytes) {
  const std::string_view window = bytes.substr(0, kMaxHeadBytes);
  std::size_t line_breaks = 0;
  for (std::size_t line_start = 0;; ++line_breaks) {
    const std::size_t end = window.find_first_of("\r\n", line_start);
    const std::string_view line = window.substr(line_start, end - line_start);
    if (auto fault = find_line_fault(line, line_breaks)) {
      return {0, std::move(fault)};
    }
    if (end == std::string_view::npos || window.substr(end) == "\r") {
      break;
    }
    if (window.substr(end, 2) != "\r\n") {
      return {0, bad_request("A line does not end in CR LF.")};
    }
    line_start = end + 2;
    if (line.empty()) {
      return {line_start, std::nullopt};
    }
  }
  if (bytes.size() >= kMaxHeadBytes) {
    return {0, too_large(line_breaks)};
  }
  return {};
}

std::variant<RequestHead, Refusal> parse_head(std::string_view head) {
  http::request_parser<http::empty_body> parser;
  parser.header_limit(kMaxHeadBytes + 1);
  parser.body_limit(kMaxDeclaredBodyBytes);
  boost::beast::error_code error;
  parser.put(boost::asio::buffer(head.data(), head.size()), error);
  if (!error && !parser.is_header_done()) {
    error = http::error::partial_message;
  }
  if (error) {
    return explain(error, head);
  }
  const auto& message = parser.get();
  RequestHead parsed;
  parsed.method = std::string(message.method_string());
  parsed.target = std::string(message.target());
  parsed.version = static_cast<int>(message.version());
  for (const auto& field : message) {
    std::string name(field.name_string());
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    parsed.fields.emplace_back(std::move(name), std::string(field.value()));
  }
  return parsed;
}

}  // namespace tracuu
