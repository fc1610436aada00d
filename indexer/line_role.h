#pragma once

#include <optional>
#include <string_view>

#include "indexer/page_blocks.h"

namespace tracuu {

// What a line may be by its form where no word says it; its place on the page decides.

/// Returns whether a short line between paragraphs is what stood under a picture: no sentence, but
/// people at an event.
bool looks_like_caption(const PageBlock& block);

/// Returns whether a line begins with the arrow of a link to another article.
bool is_pointer(std::string_view normalized);

/// Returns whether a line links to another article: an arrow before its headline, or its date
/// behind.
bool is_link(const PageBlock& block);

/// Returns whether a line is a few words in capitals, as sections are named.
bool is_section(const PageBlock& block);

/// Parts who signs behind the last sentence of a paragraph from it: "... từ tháng sau. Hữu Nghị".
/// Returns the part as a block of no line of its own, and cuts the paragraph; nothing when nobody
/// signs.
std::optional<PageBlock> part_signature_of(PageBlock& block);

}  // namespace tracuu
