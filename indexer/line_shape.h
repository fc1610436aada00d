#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

/// What can be seen of a line without understanding it. Lines over kShortLineColumns are prose or
/// data whatever their words, so their words are not looked at.
struct LineShape {
  std::size_t columns = 0;         ///< code points
  std::string folded;              ///< of a short line; "" of a long one
  std::vector<std::string> words;  ///< runs of letters and digits of `folded`
  std::size_t numbers = 0;         ///< words of digits only
  std::size_t bars = 0;            ///< marks between menu items: | > / and the like
  std::size_t wide_gaps = 0;       ///< runs of two or more blanks in the page's own text
  bool ends_statement = false;  ///< in a full stop, colon or semicolon, quotes and brackets aside
  bool ends_sentence = false;   ///< that, or a question mark, exclamation mark or ellipsis
  bool bullet = false;          ///< begins as an item of a list
  bool begins_lower = false;    ///< begins with a small letter: goes on from the line above

  bool is_short() const { return !folded.empty(); }
  /// Returns whether the folded line begins with `opening` as whole words.
  bool opens_with(std::string_view opening) const;
};

inline constexpr std::size_t kShortLineColumns = 300;

/// Returns the shape of a line. `written` is the line as on the page, `normalized` its one
/// spelling.
LineShape shape_of(std::string_view written, std::string_view normalized);

}  // namespace tracuu
