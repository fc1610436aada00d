#pragma once

#include <xapian.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tracuu {

/// Returns how an article that has the folded words side by side writes them, each in the spelling
/// that is the commonest in the first few such articles; in small letters where any writes it so.
/// Nothing when none of a bounded number of articles has them. REQUIRES: at least two words.
std::optional<std::vector<std::string>> author_spelling(const Xapian::Database& database,
                                                        std::span<const std::string> words);

}  // namespace tracuu
