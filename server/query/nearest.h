#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

/// Returns how many letters must be added, dropped, changed or swapped with their neighbour to make
/// one text of the other; counts bytes, so compare folded texts.
std::size_t edit_distance(std::string_view left, std::string_view right);

/// Returns those of `candidates` that `typed` may be a slip for, nearest first, at most `most`:
/// compared folded, no more than a third of the letters wrong. Nothing for a `typed` of over 64
/// bytes. nearest("hai phog", provinces, 3) starts with "Hải Phòng".
std::vector<std::string> nearest(std::string_view typed,
                                 std::span<const std::string_view> candidates, std::size_t most);

}  // namespace tracuu
