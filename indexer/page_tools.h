#pragma once

#include <string_view>

#include "indexer/line_shape.h"

namespace tracuu {

/// Returns whether a word (folded) belongs to the tools of a page: "print", "zalo", "luot", "xem".
bool is_tool_word(std::string_view folded);

/// Returns whether a folded line opens as tools with words do: "Nghe bài viết 1x 1.25x", "Xếp hạng
/// bài này", "Bạn đang đọc bài viết ...".
bool opens_tool(std::string_view folded);

/// Returns whether a line is made of tools and counters alone: "Print   E-mail", "A- A A+", "Lượt
/// xem: 1.204", "16:10 1.627 0".
bool is_tool_bar(const LineShape& shape);

/// Returns whether a line is a row of the sections that papers and portals have, no dividers
/// between them: "Thời sự Kinh tế Xã hội Pháp luật".
bool is_section_row(const LineShape& shape);

}  // namespace tracuu
