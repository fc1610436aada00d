#pragma once

#include <optional>
#include <string_view>

#include "common/text/span.h"
#include "indexer/line_shape.h"

namespace tracuu {

// Both return the span of the source's name in the normalized line.

/// Reads a line that names the source and nothing else: "(theo haiphong.gov.vn)", "Theo Báo Nhân
/// dân", "Nguồn: mic.gov.vn", "(kiengiang.gov.vn)", "baonghean.vn". A person behind "theo" is an
/// author, none here. REQUIRES: `normalized` came from normalize(), `shape` is its shape.
std::optional<Span> read_source_line(std::string_view normalized, const LineShape& shape);

/// Reads the portal or paper that a signature or footer line opens with: "Cổng TTĐT tỉnh BR-VT",
/// "Cổng TTĐT tỉnh Bình Định - Giấy phép số 88/GP-TTĐT" (its first six words).
std::optional<Span> read_signature(std::string_view normalized, const LineShape& shape);

}  // namespace tracuu
