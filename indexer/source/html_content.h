#pragma once

#include <string>

#include "indexer/source/html_tree.h"

namespace tracuu {

/// Marks what is hidden or page furniture (nav, aside, footer, menus, breadcrumbs, share bars,
/// comment boxes, blocks made of links) as dropped and sums up the text of what stays.
void drop_furniture(HtmlTree& tree);

/// What a page shows that is no furniture.
struct HtmlContent {
  std::string text;  ///< the main content, one line a block, cells apart
  std::string foot;  ///< the page's foot behind it, where whose page it is stands; "" without one
};

/// Finds a page's main content: the block richest in running text with few links; the page's
/// heading, where it stands outside, and what lies between are taken along. A foot of more than a
/// few thousand bytes is none. REQUIRES: drop_furniture() was called.
HtmlContent content_of(const HtmlTree& tree);

}  // namespace tracuu
