#pragma once

#include <string_view>
#include <vector>

namespace tracuu {

/// Returns the addresses of the scripts that the script at `address` imports, directly or through
/// others, itself first, each once. Named in the head of a page they load at once instead of one
/// behind the other. Thread-safe.
std::vector<std::string_view> scripts_of(std::string_view address);

}  // namespace tracuu
