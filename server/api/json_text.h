#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// Returns `text` as a JSON string, quotes included; bytes that are no UTF-8 become U+FFFD.
std::string json_text(std::string_view text);

}  // namespace tracuu
