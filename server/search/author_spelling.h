#pragma once

#include <optional>
#include <span>
#include <string>

#include "server/search/term_index.h"

namespace tracuu {

/// Returns how articles that have the folded `words` side by side write the one at `place`: in the
/// commonest spelling of the newest few such articles, in small letters where any writes it so.
/// Nothing when no article has them. REQUIRES: at least two words.
std::optional<std::string> author_spelling(const TermReader& reader,
                                           std::span<const std::string> words, std::size_t place);

}  // namespace tracuu
