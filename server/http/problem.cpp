#include "server/http/problem.h"

#include <boost/beast/http/status.hpp>

#include "server/http/policy.h"
#include "server/http/utf8_sequence.h"

namespace tracuu {
namespace {

bool needs_escape(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&';
}

void append_escape(std::string& json, char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  json += "\\u00";
  json += kDigits[byte >> 4];
  json += kDigits[byte & 0x0F];
}

}  // namespace

std::string_view reason_phrase(int status) {
  const auto known = boost::beast::http::int_to_status(static_cast<unsigned>(status));
  return known == boost::beast::http::status::unknown
             ? std::string_view("Unknown Status")
             : std::string_view(boost::beast::http::obsolete_reason(known));
}

std::string json_string(std::string_view text) {
  std::string json = "\"";
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t length = utf8_sequence_length(text, offset);
    if (length == 0) {
      json += "\\ufffd";
    } else if (length == 1 && needs_escape(text[offset])) {
      append_escape(json, text[offset]);
    } else {
      json += text.substr(offset, length);
    }
    offset += length == 0 ? 1 : length;
  }
  json += '"';
  return json;
}

HttpResponse make_problem(int status, std::string_view code, std::string_view detail,
                          std::string_view request_id) {
  HttpResponse response;
  response.status = status;
  response.note.problem = code;
  response.content_type = "application/problem+json";
  response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  if (status == 503) {
    response.headers.emplace_back("Retry-After", "1");
  }
  if (status == 405) {
    response.headers.emplace_back("Allow", kAllowedMethods);
  }
  response.body = "{\"type\":" + json_string("/problems/" + std::string(code)) +
                  ",\"title\":" + json_string(reason_phrase(status)) +
                  ",\"status\":" + std::to_string(status) + ",\"detail\":" + json_string(detail) +
                  ",\"code\":" + json_string(code) + ",\"request_id\":" + json_string(request_id) +
                  "}\n";
  return response;
}

}  // namespace tracuu
