#pragma once

#include "common/entity/official.h"

namespace tracuu {

/// Returns whether two posts of one person in one text are the same post, written twice: "Bộ trưởng
/// Bộ TT&TT" and "bộ trưởng Bộ Thông tin và Truyền thông", "Chủ tịch UBND tỉnh" and "Chủ tịch UBND
/// tỉnh Gia Lai". The positions must agree but for case and short forms; of the bodies one may be
/// missing or go on where the other ends. Pure.
bool is_same_post(const Post& one, const Post& other);

}  // namespace tracuu
