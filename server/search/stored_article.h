#pragma once

#include <xapian.h>

#include "common/index/article.h"

namespace tracuu {

/// Returns the article stored at `docid`. Throws std::runtime_error when its bytes are damaged and
/// Xapian::Error when there is none.
Article stored_article(const Xapian::Database& database, Xapian::docid docid);

}  // namespace tracuu
