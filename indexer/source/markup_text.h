#pragma once

#include <string>
#include <string_view>

namespace tracuu {

// Texts of a page's head: titles and values of meta elements.

/// Returns a text without the blanks, tabs and line ends around it.
std::string trimmed_text(std::string_view text);

/// Returns a text in the one spelling, lower case, without marks.
std::string folded_text(std::string_view text);

}  // namespace tracuu
