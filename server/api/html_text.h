#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// Returns `text` as HTML text that is safe between tags and inside quoted attributes: & < > " '
/// are written as references. The one place where the project escapes for HTML.
std::string html_escaped(std::string_view text);

}  // namespace tracuu
