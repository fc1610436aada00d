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

}  // namespace tracuu
