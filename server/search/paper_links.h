#pragma once

#include <vector>

#include "server/search/article_notes.h"
#include "server/search/columns.h"
#include "server/search/match_set.h"
#include "server/search/paper_readings.h"

namespace tracuu {

/// Tells what other papers do to this one and it to them, as the articles of `docids` say: of each
/// kind how many articles, exactly, and the papers named in the newest of them. `values` are the
/// forms of the paper in relations, see paper_value(). Throws DeadlineExceeded.
std::vector<RelatedPapers> related_papers(const Xapian::Database& database, const DocidSet& docids,
                                          const std::vector<std::string>& values,
                                          const Deadline& deadline, ArticleNotes& notes);

}  // namespace tracuu
