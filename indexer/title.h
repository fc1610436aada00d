#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/page_blocks.h"

namespace tracuu {

/// The blocks of a headline: [first, first + count).
struct TitleBlocks {
  std::size_t first = 0;
  std::size_t count = 1;
};

/// Chooses the headline among the blocks before `first_prose`: by its length, the words it shares
/// with the text, the date line beside it, and its agreement with `suggested` (what the mark-up
/// says,
/// "" when nothing). A headline broken over lines (the next begins
/// with a small letter, or all are capitals) is several blocks. Returns nothing when no block can
/// be one. Linear in the size of the page's head.
std::optional<TitleBlocks> choose_title(const std::vector<PageBlock>& blocks,
                                        std::size_t first_prose, std::string_view suggested);

/// Returns whether two titles are the same but for case, marks, blanks, or one being cut short by
/// "..." or by a section name.
bool same_title(std::string_view one, std::string_view other);

/// Returns the share (0..1) of a title's words that stand in the first paragraphs of the text.
double share_of_title_in_text(std::string_view title, const std::vector<PageBlock>& blocks,
                              std::size_t first_prose);

/// Returns a headline for a text without one: its first sentence, at most 120 bytes, cut at a
/// blank.
std::string title_from_text(std::string_view text);

}  // namespace tracuu
