#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/byline.h"

namespace tracuu {

/// Returns the length of the names that `text` opens with, 0 when it holds none: "Thiên Vỹ - Hoài
/// Nam", "BBT (tổng hợp)", "H.P". `labelled` tells that a word before it said that names come.
/// REQUIRES: `text` is normalized, marks and blanks trimmed.
std::size_t length_of_names(std::string_view text, bool labelled, BylinePlace place);

/// Returns whether a text is a desk that signs in place of a person: "PV", "Nhóm PV Thời sự".
bool is_desk(std::string_view text);

}  // namespace tracuu
