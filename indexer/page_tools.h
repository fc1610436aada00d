#pragma once

#include <string_view>

#include "indexer/line_shape.h"

namespace tracuu {

/// Returns whether a word (folded) belongs to the tools of a page: "print", "zalo", "luot", "xem".
bool is_tool_word(std::string_view folded);

/// Returns whether a line is made of tools and counters alone: "Print   E-mail", "A- A A+", "Lượt
/// xem: 1.204", "16:10 1.627 0".
bool is_tool_bar(const LineShape& shape);

}  // namespace tracuu
