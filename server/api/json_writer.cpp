#include "server/api/json_writer.h"

#include <array>
#include <charconv>

namespace tracuu {
namespace {

bool needs_escape(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\';
}

void append_escape(char byte, std::string& out) {
  constexpr std::string_view kHexadecimal = "0123456789abcdef";
  switch (byte) {
    case '\n':
      out += "\\n";
      break;
    case '\t':
      out += "\\t";
      break;
    case '"':
    case '\\':
      out += {'\\', byte};
      break;
    default:
      out += "\\u00";
      out += {kHexadecimal[static_cast<unsigned char>(byte) >> 4U], kHexadecimal[byte & 0xF]};
  }
}

}  // namespace

void JsonWriter::separate() {
  if (follows_) {
    out_ += ',';
  }
  follows_ = true;
}

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  out_ += bracket;
  follows_ = false;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  out_ += bracket;
  follows_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  ((out_ += '"') += name) += "\":";
  follows_ = false;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  out_ += '"';
  std::size_t done = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (needs_escape(value[at])) {
      out_ += value.substr(done, at - done);
      append_escape(value[at], out_);
      done = at + 1;
    }
  }
  (out_ += value.substr(done)) += '"';
  return *this;
}

JsonWriter& JsonWriter::text_or_null(std::string_view value) {
  return value.empty() ? json("null") : text(value);
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return json({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

JsonWriter& JsonWriter::json(std::string_view value) {
  separate();
  out_ += value;
  return *this;
}

}  // namespace tracuu
