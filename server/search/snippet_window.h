#pragma once

#include <cstddef>
#include <vector>

#include "server/search/text_marks.h"

namespace tracuu {

inline constexpr std::size_t kSnippetLength = 280;  ///< characters, about

/// Tokens [begin, end) of a text.
struct SnippetWindow {
  std::size_t begin = 0;
  std::size_t end = 0;
  int score = -1;  ///< what it says about the query
};

/// Returns the window, of about kSnippetLength characters, of `tokens` that says most about the
/// query: the most different syllables, side by side as they were typed, an early one of several
/// that say the same; the beginning when none says anything. It starts at a sentence where one
/// starts near; a first token that starts none is taken for the middle of a text. `starts` are the
/// characters before each token. Linear in time.
SnippetWindow best_window(const std::vector<MarkedToken>& tokens,
                          const std::vector<std::size_t>& starts);

}  // namespace tracuu
