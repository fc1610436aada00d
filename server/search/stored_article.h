#pragma once

#include <xapian.h>

#include "common/index/article.h"

namespace tracuu {

/// Returns the article stored at `docid`. Throws std::runtime_error when its bytes are damaged and
/// Xapian::Error when there is none.
Article stored_article(const Xapian::Database& database, Xapian::docid docid);

/// Returns the id of the article with `docid`, without reading more of it. Throws as
/// stored_article() does.
std::string stored_article_id(const Xapian::Database& database, Xapian::docid docid);

}  // namespace tracuu
