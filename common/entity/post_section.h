#pragma once

#include <cstddef>

#include "common/entity/public_body.h"

namespace tracuu {

/// Returns whether the title that ends at token `title_end` heads a section, whose field of work is
/// part of the position: "Trưởng phòng", "Phó Trưởng ban".
bool is_head_of_section(const WordedText& words, std::size_t title_end);

/// Returns the end of the section's name at the start of the body [begin, end): "Tuyên giáo" of
/// "Tuyên giáo Tỉnh ủy". What a section works on belongs to the position, the body above does not.
std::size_t end_of_section(const WordedText& words, std::size_t begin, std::size_t end);

/// Returns the body above the section that ends at `end`, behind a bracket or a dash: "Trưởng phòng
/// Viễn thông (Sở TT&TT)". Empty where none stands.
Body read_body_above(const WordedText& words, std::size_t end);

/// Returns whether token `index` only joins a section to the body above it: "của", "thuộc".
bool is_link_word(const WordedText& words, std::size_t index);

/// Returns whether the title heads a board, whose name begins with "Ban": "Phó Trưởng Ban Chỉ đạo
/// chuyển đổi số tỉnh".
bool begins_board(const WordedText& words, std::size_t title_end, std::size_t section_end);

}  // namespace tracuu
