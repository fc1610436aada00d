#pragma once

#include <xapian.h>

#include <span>
#include <string>

namespace tracuu {

/// Returns whether the article bears every one of `terms`. A look at a posting list each; for a few
/// articles that are ranked, not for finding them.
bool bears_all(const Xapian::Database& database, Xapian::docid docid,
               std::span<const std::string> terms);

}  // namespace tracuu
