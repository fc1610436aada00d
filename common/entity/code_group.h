#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "common/text/tokens.h"

namespace tracuu {

/// One group of letters of a code: "UBND", "BGD&ĐT", "T.Ư", "QH14", "VP15".
struct CodeGroup {
  std::string written;
  std::size_t end = 0;     ///< token behind it
  bool code_like = false;  ///< by its capitals, see looks_like_code()
};

/// Reads the group that begins at token `index`, with its letters joined by '&' or points and the
/// digits that touch it. Nothing where no word stands.
std::optional<CodeGroup> read_code_group(const TokenizedText& text, std::size_t index);

/// Appends to `issuer` the groups that follow token `end - 1` behind hyphens: "BTC-BKHĐT-BTTTT",
/// "UBND-VX", "UBND -TH". With `spaced`, the number is written with blanks around all its marks, so
/// that a dash between blanks may still join. Returns the token behind the last group taken.
std::size_t read_further_groups(const TokenizedText& text, std::size_t end, bool spaced,
                                std::string& issuer);

}  // namespace tracuu
