#include "server/api/xml_text.h"

#include "common/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// XML 1.0, production Char.
bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  const std::string valid = replace_invalid_utf8(text);
  std::string xml;
  xml.reserve(valid.size() + valid.size() / 8);
  for (std::size_t offset = 0; offset < valid.size();) {
    const std::size_t begin = offset;
    const char32_t character = next_code_point(valid, offset);
    const std::string_view escape = escape_of(valid[begin]);
    if (!escape.empty()) {
      xml += escape;
    } else if (is_xml_character(character)) {
      xml.append(valid, begin, offset - begin);
    } else {
      xml += kReplacement;
    }
  }
  return xml;
}

}  // namespace tracuu
