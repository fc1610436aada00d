#pragma once

#include <string_view>

#include "indexer/line_shape.h"

namespace tracuu {

/// Returns whether a line is nothing but what portals and papers call a section or a rubric: "Tin
/// trong tỉnh", "Thời sự - Chính trị", "Khoa học và Công nghệ", "ĐƯA NGHỊ QUYẾT VÀO CUỘC SỐNG". A
/// headline that holds such words among others is none.
bool is_section_name(const LineShape& shape);

/// Returns whether a line is the path to its page: short names parted by arrows ("Khoa học và Công
/// nghệ › Chuyển đổi số"), or by slashes behind a section ("CNTT / Nước mạnh CNTT"). Its last part
/// may be the headline when the first is a section. `written` is the line as on the page.
bool is_breadcrumb(std::string_view written, const LineShape& shape);

/// Returns whether a line is a section's name or a path.
inline bool is_section_line(std::string_view written, const LineShape& shape) {
  return is_section_name(shape) || is_breadcrumb(written, shape);
}

}  // namespace tracuu
