#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "server/query/search_result.h"

namespace tracuu {

/// Returns the snippet as HTML text: everything escaped (& < > " '), matches inside <mark>.
std::string to_html(const Snippet& snippet);

/// Returns the marks as half-open ranges of characters (Unicode code points) of the snippet's text.
std::vector<std::pair<std::size_t, std::size_t>> character_offsets(const Snippet& snippet);

}  // namespace tracuu
