#pragma once

#include <vector>

#include "common/entity/document_number.h"
#include "server/query/query.h"
#include "server/query/search_result.h"
#include "server/search/article_set.h"
#include "server/search/columns.h"

namespace tracuu {

/// Tells the papers behind every document number that a query asks for, counted over `articles`:
/// for "nghị quyết 36" those of 36-NQ/TW by identity, 36/NQ-CP and so on, never 36a. Articles that
/// leave open which paper of a number is meant count under the number alone. By count, then number.
std::vector<NamedPapers> named_papers(const Query& query, const ArticleSet& articles,
                                      const Columns& columns);

/// Tells the papers behind one number, counted over `articles` in the same way.
std::vector<PaperCount> papers_of(const DocumentNumber& number, const ArticleSet& articles,
                                  const Columns& columns);

}  // namespace tracuu
