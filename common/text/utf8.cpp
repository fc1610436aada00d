#include "common/text/utf8.h"

#include <algorithm>

#include <cstdint>
#include <cstring>

namespace tracuu {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

// The bytes that may follow a lead byte: how many, and the range of the first of them, which rules
// out overlong forms, surrogates and code points over U+10FFFF (Unicode 15, table 3-7).
struct Lead {
  unsigned following;
  unsigned second_low;
  unsigned second_high;
};

std::optional<Lead> lead_of(unsigned byte) {
  if (byte >= 0xC2 && byte <= 0xDF) {
    return Lead{1, 0x80, 0xBF};
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    return Lead{2, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    return Lead{3, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU};
  }
  return std::nullopt;
}

struct Sequence {
  std::size_t size;  // of an ill-formed one: its maximal subpart, at least 1
  bool valid;
};

Sequence sequence_at(std::string_view bytes, std::size_t offset) {
  const unsigned first = byte_at(bytes, offset);
  if (first < 0x80) {
    return {1, true};
  }
  const auto lead = lead_of(first);
  if (!lead) {
    return {1, false};
  }
  for (std::size_t i = 1; i <= lead->following; ++i) {
    if (offset + i >= bytes.size()) {
      return {i, false};
    }
    const unsigned next = byte_at(bytes, offset + i);
    const unsigned low = i == 1 ? lead->second_low : 0x80;
    const unsigned high = i == 1 ? lead->second_high : 0xBF;
    if (next < low || next > high) {
      return {i, false};
    }
  }
  return {lead->following + 1, true};
}

bool is_tail(unsigned byte) {
  return (byte & 0xC0U) == 0x80;
}

// Returns the bytes from `offset` that are ASCII or the plainest of sequences, those of Vietnamese
// letters: two bytes, or three behind 0xE1.
std::size_t size_of_vietnamese(std::string_view bytes, std::size_t offset) {
  std::size_t at = offset;
  while (at + 2 < bytes.size()) {
    const unsigned first = byte_at(bytes, at);
    if (first < 0x80) {
      ++at;
    } else if (first >= 0xC2 && first <= 0xDF && is_tail(byte_at(bytes, at + 1))) {
      at += 2;
    } else if (first == 0xE1 && is_tail(byte_at(bytes, at + 1)) &&
               is_tail(byte_at(bytes, at + 2))) {
      at += 3;
    } else {
      break;
    }
  }
  return at - offset;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (at + sizeof(std::uint64_t) <= bytes.size()) {
      std::uint64_t block = 0;
      std::memcpy(&block, bytes.data() + at, sizeof block);
      if ((block & kHighBits) == 0) {
        at += sizeof block;
        continue;
      }
    }
    at += size_of_vietnamese(bytes, at);
    if (at == bytes.size()) {
      break;
    }
    const Sequence sequence = sequence_at(bytes, at);
    if (!sequence.valid) {
      return at;
    }
    at += sequence.size;
  }
  return std::nullopt;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0 | (code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0 | (code_point >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (code_point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string_view clip_utf8(std::string_view utf8, std::size_t max_bytes) {
  if (utf8.size() <= max_bytes) {
    return utf8;
  }
  std::size_t end = max_bytes;
  while (end > 0 && (byte_at(utf8, end) & 0xC0U) == 0x80) {
    --end;
  }
  return utf8.substr(0, end);
}

std::string_view utf8_end(std::string_view utf8, std::size_t max_bytes) {
  std::size_t begin = utf8.size() - std::min(utf8.size(), max_bytes);
  while (begin < utf8.size() && (byte_at(utf8, begin) & 0xC0U) == 0x80) {
    ++begin;
  }
  return utf8.substr(begin);
}

std::string replace_invalid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Sequence sequence = sequence_at(bytes, at);
    if (sequence.valid) {
      out.append(bytes, at, sequence.size);
    } else {
      append_utf8(out, U'\uFFFD');
    }
    at += sequence.size;
  }
  return out;
}

}  // namespace tracuu
