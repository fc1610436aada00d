#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// The most marks one letter keeps. ICU sorts the marks of a letter by insertion, so an endless
/// pile of them would cost the square of its height; nothing written has more than this, and
/// Unicode's stream-safe format cuts at 30, too.
inline constexpr std::size_t kMaxMarks = 30;

/// Returns a text in NFC and else as it stands, its quotes, dashes and blanks kept: what is shown
/// rather than compared. REQUIRES: `utf8` is valid UTF-8 with no endless pile of marks.
std::string composed(std::string_view utf8);

/// Returns whether a letter begins at `code_point`; marks, and what composes with a character
/// before it, continue one.
bool begins_letter(char32_t code_point);

/// Returns whether `code_point` is NFC as it stands.
bool is_composed(char32_t code_point);

/// Returns one letter with its marks in NFC and UTF-8, slips of the typist repaired: look-alike
/// marks
/// ("ǎ" for "ă") and a tone before the circumflex or breve, which NFC would leave uncomposed ("a" +
/// sắc + breve for "ắ"). Keeps the first `max_code_points` of its decomposition.
std::string compose_marks(std::u32string_view letter, std::size_t max_code_points);

}  // namespace tracuu
