#pragma once

#include <optional>
#include <string_view>

#include "indexer/line_shape.h"
#include "indexer/page_noise.h"
#include "indexer/section_head.h"

namespace tracuu {

/// Returns whether a line opens as captions do: "Quang cảnh hội nghị", "Toàn cảnh buổi làm việc".
bool opens_caption(const LineShape& shape);

/// Returns what a line is by its words alone: menu, page tool or caption; nothing when the words do
/// not say. `normalized` is the line itself.
std::optional<LineKind> kind_by_words(const LineShape& shape, std::string_view normalized);

}  // namespace tracuu
