#pragma once

#include <string>

#include "indexer/source/html_tree.h"

namespace tracuu {

/// Marks what is hidden or page furniture (nav, aside, footer, menus, breadcrumbs, share bars,
/// comment boxes, blocks made of links) as dropped and sums up the text of what stays.
void drop_furniture(HtmlTree& tree);

/// Returns the visible text of the page's main content, one line a block, cells apart. The content
/// is the block richest in running text with few links; the page's heading, where it stands
/// outside, and what lies between are taken along. REQUIRES: drop_furniture() was called.
std::string content_text(const HtmlTree& tree);

/// Returns the text of the page's foot behind its main content, one line a block, at most a few
/// thousand bytes: there stands whose page it is. "" when it has none. REQUIRES: as above.
std::string foot_text(const HtmlTree& tree);

}  // namespace tracuu
