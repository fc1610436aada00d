#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/credit_line.h"
#include "indexer/page_blocks.h"

namespace tracuu {

// What a line may be by its form where no word says it; its place on the page decides.

/// Returns whether a short line between paragraphs is what stood under a picture: no sentence, but
/// people at an event.
bool looks_like_caption(const PageBlock& block);

/// Returns whether a line begins with the arrow of a link to another article.
bool is_pointer(std::string_view normalized);

/// Returns where the last sentence but one ends when what follows is too short for a sentence, 0
/// when nothing does.
std::size_t last_sentence_end(std::string_view text);

/// Returns where the bracket behind the last sentence begins, 0 when there is none: "... từ tháng
/// sau. (Theo TTXVN)".
std::size_t last_bracket(std::string_view text);

/// Returns whether a signature of two words and more is all that a text holds.
bool names_whole(std::string_view signature, const Credit& credit);

/// Returns whether a line links to another article: an arrow before its headline, or its date
/// behind.
bool is_link(const PageBlock& block);

/// Returns whether a line is a few words in capitals, as sections are named.
bool is_section(const PageBlock& block);

}  // namespace tracuu
