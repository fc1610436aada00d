#pragma once

#include <cstddef>
#include <string_view>

namespace tracuu {

/// Returns the length (1 to 4 bytes) of the well-formed UTF-8 sequence at `offset`, or 0 when the
/// bytes there are none: overlong, a surrogate, over U+10FFFF or cut short. Twin of
/// common/text/utf8, which this folder stays free of so that a socket needs no ICU.
/// REQUIRES: offset < bytes.size().
std::size_t utf8_sequence_length(std::string_view bytes, std::size_t offset);

/// Returns whether all of `bytes` is well-formed UTF-8.
bool is_utf8(std::string_view bytes);

}  // namespace tracuu
