#pragma once

#include <optional>
#include <string_view>

#include "common/text/span.h"
#include "indexer/line_shape.h"
#include "indexer/publisher_name.h"

namespace tracuu {

// Each of these returns the span of the source's name in the normalized line.

/// Reads a line that names the source and nothing else: "(theo haiphong.gov.vn)", "Theo Báo Nhân
/// dân", "Nguồn: mic.gov.vn", "(kiengiang.gov.vn)", "baonghean.vn". A person behind "theo" is an
/// author, none here. REQUIRES: `normalized` came from normalize(), `shape` is its shape.
std::optional<Span> read_source_line(std::string_view normalized, const LineShape& shape);

/// Reads the portal or paper that a signature or footer line opens with: "Cổng TTĐT tỉnh BR-VT",
/// "Cổng TTĐT tỉnh Bình Định - Giấy phép số 88/GP-TTĐT" (its first six words).
std::optional<Span> read_signature(std::string_view normalized, const LineShape& shape);

/// Reads the dateline at the start of a paragraph: "(Baonghean.vn) - ", "(TTXVN) - ", "GD&TĐ - ".
/// Letters that are no agency we know ("(QT) - ") say nothing.
std::optional<Span> read_dateline(std::string_view normalized);

/// Reads what a footer's copyright names: "Bản quyền thuộc Báo Kiên Giang. Ghi rõ nguồn ...",
/// "© Báo Lao Động - Tòa soạn: ...".
std::optional<Span> read_copyright(std::string_view normalized, const LineShape& shape);

/// Reads the name that a footer asks to be quoted by: "Ghi rõ nguồn \"Cổng TTĐT tỉnh X\" khi phát
/// hành lại", "Ghi rõ nguồn VnEconomy khi ...".
std::optional<Span> read_asked_credit(std::string_view normalized, const LineShape& shape);

/// Reads the host behind "Website:" in a footer.
std::optional<Span> read_website(std::string_view normalized, const LineShape& shape);

/// Reads the owner that a footer names: "Cơ quan chủ quản: UBND tỉnh X", "Đơn vị quản lý: ...".
std::optional<Span> read_owner(std::string_view normalized, const LineShape& shape);

/// Reads the source in brackets behind an author: "Hồng Nhung (theo haiphong.gov.vn)", "Bích Lam
/// (TTXVN/Vietnam+)". A unit ("(Sở TT&TT)") is the author's own, none here.
std::optional<Span> read_byline_source(std::string_view normalized);

/// Reads the initials that a paragraph opens with, a paper's own: "ĐBP - ", "(LĐO) - ", "LĐO | ".
/// They tell a source only on a page that spells them out; see spells_out().
std::optional<Span> read_initials(std::string_view normalized);

/// Returns whether `name` is what `initials` stand for: "BÁO LAO ĐỘNG" for "LĐO", "ĐIỆN BIÊN PHỦ
/// ONLINE" for "ĐBP". Letters for the online edition (O, OL, ĐT) may stand behind.
bool spells_out(std::string_view name, std::string_view initials);

}  // namespace tracuu
