#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// Returns `text` fit for XML 1.0 text and attributes: & < > " ' escaped; control characters and
/// noncharacters, which no XML may hold, and bytes that are no UTF-8 become U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace tracuu
