#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace tracuu {

// The ways in which people type the same Vietnamese words. All are made with ICU or by plain
// tables, apart from the code that is measured. Pure, thread-safe.

/// "Nghị quyết" as "Nghi quyet", by ICU's transliterator.
std::string without_marks(std::string_view text);
/// The first of every `every` words without marks: every = 2 is half of them.
std::string partly_without_marks(std::string_view text, std::size_t every);
/// In small letters.
std::string in_small(std::string_view text);
/// Marks as characters of their own.
std::string decomposed(std::string_view text);
/// The other placement of the tone in open oa, oe, uy: "hòa" as "hoà", "thuý" as "thúy"; the text
/// itself when it has none.
std::string with_other_tone_placement(std::string_view text);
/// One slip of the hand in a word of four letters or more: two letters swapped, one left out or one
/// typed twice; the text itself when it has no such word.
std::string with_one_typo(std::string_view text, std::mt19937& random);

}  // namespace tracuu
