#pragma once

#include <optional>

#include "indexer/line_shape.h"

namespace tracuu {

/// Heads of the parts of a page that are no part of its article.
enum class SectionHead {
  kRelated,   ///< "Tin liên quan", "Các bài đã đăng", "Xem thêm: ..."
  kComments,  ///< "Viết bình luận của bạn", "Ý kiến bạn đọc (2)"
  kFooter,    ///< "Bản quyền ...", "Giấy phép số ...", "Chịu trách nhiệm ..."
};

/// Returns which part of the page a line heads, if it does.
std::optional<SectionHead> section_head(const LineShape& shape);

}  // namespace tracuu
