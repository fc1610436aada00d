#pragma once

#include <optional>
#include <string_view>

#include "common/text/span.h"
#include "indexer/line_shape.h"

namespace tracuu {

// Whom a line at a page's foot names; the spans are of the name in the normalized line. `shape` is
// the line's. Long lines name nobody.

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

}  // namespace tracuu
