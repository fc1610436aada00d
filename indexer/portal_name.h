#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/line_shape.h"

namespace tracuu {

/// Returns whether a line opens as names of portals and papers do, whatever follows.
bool opens_portal_name(const LineShape& shape);

/// Returns whether a line is nothing but the name of a portal or paper, as banners and signatures
/// are: "Cổng TTĐT tỉnh BR-VT", "BÁO PHÚ THỌ ĐIỆN TỬ"; not "Cổng thông tin điện tử tỉnh ra mắt
/// ...".
bool is_portal_name(const LineShape& shape, std::string_view normalized);

/// Returns whether a line names a place with the larger place it lies in, as banners do on a line
/// of their own: "XÃ LỤC NGẠN - TỈNH BẮC NINH", "Huyện Văn Yên, tỉnh Yên Bái".
bool is_place_name(const LineShape& shape, std::string_view normalized);

/// Returns whether a line is nothing but the name of a public body or of its paper or station:
/// "CÔNG AN TỈNH ĐẮK LẮK", "Văn phòng UBND tỉnh", "Báo Lạng Sơn", "Đài Phát thanh và Truyền hình
/// Long An". Sections of the same beginning ("Bộ máy tổ chức", "Báo chí") are none.
bool is_body_name(const LineShape& shape, std::string_view normalized);

/// Returns whether a line below a text is nothing but the name of a unit, its place perhaps left
/// out: "Trung tâm CNTT&TT", "Phòng Văn hóa - Thông tin", "Sở TT&TT Bắc Giang".
bool is_unit_name(const LineShape& shape, std::string_view normalized);

/// Returns whether a line opens as names of public bodies do, whatever follows: "Sở", "Ủy ban nhân
/// dân", "Trung tâm".
bool opens_body(const LineShape& shape);

/// Returns the name of the site behind a headline, as windows are titled: "Cổng TTĐT huyện X" of
/// "Sơ kết một năm dùng chữ ký số - Cổng TTĐT huyện X"; the headline ends before the divider.
struct SiteBehind {
  std::size_t title_bytes = 0;
  std::size_t site_begin = 0;
};
std::optional<SiteBehind> site_behind(std::string_view normalized);

}  // namespace tracuu
