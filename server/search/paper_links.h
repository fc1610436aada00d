#pragma once

#include <vector>

#include "server/search/article_notes.h"
#include "server/search/article_set.h"
#include "server/search/deadline.h"
#include "server/search/paper_readings.h"
#include "server/search/term_index.h"

namespace tracuu {

/// Tells what other papers do to this one and it to them, as `articles` say: of each
/// kind how many articles, exactly, and the papers named in the newest of them. `values` are the
/// forms of the paper in relations, see paper_value(). Throws DeadlineExceeded.
std::vector<RelatedPapers> related_papers(const TermReader& reader, const ArticleSet& articles,
                                          const std::vector<std::string>& values,
                                          const Deadline& deadline, ArticleNotes& notes);

}  // namespace tracuu
