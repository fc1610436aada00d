#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// Turns a table cell into bytes for the wire. "⏎" is CR LF, "‹00›" the byte 0x00, "‹a*5000›" five
/// thousand times "a" (or any other text before the last '*').
std::string wire_bytes(std::string_view cell);

}  // namespace tracuu
