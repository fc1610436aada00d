#pragma once

#include "indexer/page_blocks.h"

namespace tracuu {

/// Returns whether a line may be the headline by its form alone: content of three words and more,
/// and no field of the page ("Tác giả: Lê Hoa"), banner of a paper, letter's address or weather.
bool can_be_title(const PageBlock& block);

}  // namespace tracuu
