#pragma once

#include <vector>

#include "common/entity/document_number.h"
#include "server/query/query.h"
#include "server/query/search_result.h"
#include "server/search/columns.h"
#include "server/search/deadline.h"
#include "server/search/match_set.h"

namespace tracuu {

/// Tells the papers behind every document number that a query asks for, counted over `docids`: for
/// "nghị quyết 36" those of 36-NQ/TW by identity, 36/NQ-CP and so on, never 36a. Articles that
/// leave open which paper of a number is meant count under the number alone. By count, then number.
/// Throws DeadlineExceeded.
std::vector<NamedPapers> named_papers(const Query& query, const DocidSet& docids,
                                      const Columns& columns, const Deadline& deadline);

/// Tells the papers behind one number, counted over `docids` in the same way. Throws
/// DeadlineExceeded.
std::vector<PaperCount> papers_of(const DocumentNumber& number, const DocidSet& docids,
                                  const Columns& columns, const Deadline& deadline);

}  // namespace tracuu
