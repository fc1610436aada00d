#pragma once

#include <xapian.h>

#include <optional>
#include <span>
#include <string>

namespace tracuu {

/// Returns how articles that have the folded `words` side by side write the one at `place`: in the
/// commonest spelling of the first few such articles, in small letters where any writes it so.
/// Nothing when none of a bounded number of articles has them. REQUIRES: at least two words.
std::optional<std::string> author_spelling(const Xapian::Database& database,
                                           std::span<const std::string> words, std::size_t place);

}  // namespace tracuu
