#pragma once

#include <cstddef>

#include "common/text/tokens.h"

namespace tracuu {

/// What stands between two tokens, as the recognizers of numbers and dates need it.
struct Gap {
  char first = 0;  ///< first character that is no blank; 0 for none, '?' for one outside ASCII
  char last = 0;   ///< last such character
  bool blank_before = false;  ///< a blank before the first mark; also for blanks only
  bool blank_after = false;   ///< a blank after the last mark
  bool newline = false;

  bool bare() const { return first == 0; }
  bool touching() const { return bare() && !blank_before && !newline; }
  /// Blanks only, on one line, at least one.
  bool blank() const { return bare() && blank_before && !newline; }
  /// Exactly one mark, `mark`; blanks around it do not matter.
  bool is(char mark) const { return first == mark && last == mark; }
  /// Blanks on both sides of the mark.
  bool spaced() const { return blank_before && blank_after; }
  bool tight() const { return !blank_before && !blank_after && !newline; }
};

/// Returns the gap behind token `index`. Several equal marks count as one ("--"). A gap of more
/// than 64 bytes counts as a line end, so that the cost is bounded. After the last token it is a
/// line end.
Gap gap_behind(const TokenizedText& text, std::size_t index);

}  // namespace tracuu
