#pragma once

#include <optional>
#include <string_view>

#include "indexer/line_shape.h"
#include "indexer/page_noise.h"

namespace tracuu {

/// Heads of the parts of a page that are no part of its article.
enum class SectionHead {
  kRelated,   ///< "Tin liên quan", "Các bài đã đăng", "Xem thêm: ..."
  kComments,  ///< "Viết bình luận của bạn", "Ý kiến bạn đọc (2)"
  kFooter,    ///< "Bản quyền ...", "Giấy phép số ...", "Chịu trách nhiệm ..."
};

/// Returns which part of the page a line heads, if it does.
std::optional<SectionHead> section_head(const LineShape& shape);

/// Returns whether a line opens as captions do: "Quang cảnh hội nghị", "Toàn cảnh buổi làm việc".
bool opens_caption(const LineShape& shape);

/// Returns what a line is by its words alone: menu, page tool or caption; nothing when the words do
/// not say. `normalized` is the line itself.
std::optional<LineKind> kind_by_words(const LineShape& shape, std::string_view normalized);

}  // namespace tracuu
