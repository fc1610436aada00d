#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// Returns the XXH3-64 hash of `bytes` as 16 lower-case hex digits; the same on every machine.
std::string content_hash(std::string_view bytes);

}  // namespace tracuu
