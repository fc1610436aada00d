#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/date_line.h"
#include "indexer/page_blocks.h"

namespace tracuu {

/// A page with each of its paragraphs understood: what `explain` prints, and what the article
/// parser takes the article from.
struct PageReading {
  std::vector<PageLine> lines;
  std::vector<PageBlock> blocks;  ///< with their kinds; content is the title and the text
  std::vector<std::optional<DateLine>> dates;  ///< of each block
  std::optional<std::size_t> title;            ///< first block of the headline
  std::size_t title_count = 1;                 ///< blocks that the headline was broken into
  std::size_t first_prose = 0;  ///< first block of running text; blocks.size() when there is none
  std::size_t last_prose = 0;   ///< last one that belongs to the article
};

/// Returns whether a block is of the headline.
inline bool is_title(const PageReading& page, std::size_t block) {
  return page.title && block >= *page.title && block < *page.title + page.title_count;
}

/// Splits a page into lines and says of each what it is, from its words, its shape and its place
/// (lists of headlines after the body, repeated items, short lines without a verb before the
/// title). `suggested_title` is what its mark-up says, "" when nothing. Pure, linear in time.
/// REQUIRES: both are valid UTF-8.
PageReading read_page_text(std::string_view page_text, std::string_view suggested_title = {});

}  // namespace tracuu
