#include "server/http/utf8_sequence.h"

namespace tracuu {
namespace {

struct LeadByte {
  std::size_t length = 0;
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xBF;
};

// The Unicode Standard, table 3-7: the second byte alone rules out overlong forms, surrogates and
// code points that do not exist.
LeadByte read_lead_byte(unsigned char byte) {
  if (byte < 0x80) {
    return {1};
  }
  if (byte >= 0xC2 && byte <= 0xDF) {
    return {2};
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
  }
  return {};
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view bytes, std::size_t offset) {
  const auto byte_at = [&](std::size_t index) { return static_cast<unsigned char>(bytes[index]); };
  const LeadByte lead = read_lead_byte(byte_at(offset));
  if (lead.length > bytes.size() - offset) {
    return 0;
  }
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned char low = i == 1 ? lead.second_low : 0x80;
    const unsigned char high = i == 1 ? lead.second_high : 0xBF;
    if (byte_at(offset + i) < low || byte_at(offset + i) > high) {
      return 0;
    }
  }
  return lead.length;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t offset = 0; offset < bytes.size();) {
    const std::size_t length = utf8_sequence_length(bytes, offset);
    if (length == 0) {
      return false;
    }
    offset += length;
  }
  return true;
}

}  // namespace tracuu
