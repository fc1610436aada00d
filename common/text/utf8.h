#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

/// Returns the offset of the first byte that is not part of well-formed UTF-8 (overlong forms,
/// surrogates and code points over U+10FFFF are ill-formed), or nothing for a valid text.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// Decodes the code point at `offset` and moves `offset` behind it.
/// REQUIRES: `utf8` is valid, offset < utf8.size() and on a code-point boundary.
inline char32_t next_code_point(std::string_view utf8, std::size_t& offset) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return static_cast<unsigned char>(utf8[offset + i]);
  };
  const char32_t first = byte(0);
  if (first < 0x80) {
    ++offset;
    return first;
  }
  char32_t code_point = 0;
  std::size_t size = 2;
  if (first < 0xE0) {
    code_point = ((first & 0x1F) << 6) | (byte(1) & 0x3F);
  } else if (first < 0xF0) {
    code_point = ((first & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
    size = 3;
  } else {
    code_point = ((first & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) |
                 (byte(3) & 0x3F);
    size = 4;
  }
  offset += size;
  return code_point;
}

/// Appends `code_point` to `out` as UTF-8. REQUIRES: a Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

/// Returns the longest prefix of at most `max_bytes` bytes that ends on a code-point boundary:
/// clip_utf8("Đà", 3) is "Đ". REQUIRES: `utf8` is valid.
std::string_view clip_utf8(std::string_view utf8, std::size_t max_bytes);

/// Returns the longest end of at most `max_bytes` bytes that starts on a code-point boundary:
/// utf8_end("Đà", 3) is "à". REQUIRES: `utf8` is valid.
std::string_view utf8_end(std::string_view utf8, std::size_t max_bytes);

/// Returns `bytes` with each ill-formed sequence replaced by U+FFFD, as WHATWG decoders do.
std::string replace_invalid_utf8(std::string_view bytes);

}  // namespace tracuu
