#pragma once

#include <cstddef>

#include "common/entity/person_scan.h"

namespace tracuu {

/// Returns what links the element that begins at token `begin` to `before`, the one scanned last:
/// marks, an age or a remark in brackets, "và", "kiêm", "gồm các", "giữ chức vụ". Reads a bounded
/// number of tokens. REQUIRES: before.end <= begin < words.size().
Link link_to(const WordedText& words, const PersonElement& before, std::size_t begin);

/// Returns the link made by the bytes in front of token `begin` alone; what a post's own bracket or
/// the dot of "đ/c." closes parts nothing.
Link near_link(const WordedText& words, const PersonElement& before, std::size_t begin);

}  // namespace tracuu
