#pragma once

#include <cstddef>
#include <vector>

#include "indexer/page_blocks.h"

namespace tracuu {

/// Returns whether a block is running text: long, or a sentence of ten words and more.
bool is_prose(const PageBlock& block);

/// Parts of a page, as a reader comes through them from the headline down.
enum class Region {
  kHead,  ///< up to and with the headline
  kArticle,
  kRelated,  ///< a list of other articles
  kComments,
  kFooter,
};

/// Returns the region of each block. A list of related articles inside the text ends where the text
/// goes on: at running text that more of it, a byline or the page's end follows.
/// `title` is the headline's last block, blocks.size() when there is none.
std::vector<Region> find_regions(const std::vector<PageBlock>& blocks, std::size_t title,
                                 std::size_t first_prose);

}  // namespace tracuu
