#pragma once

#include <vector>

#include "server/query/query.h"
#include "server/search/article_set.h"
#include "server/search/deadline.h"
#include "server/search/term_index.h"

namespace tracuu {

/// Returns those of `candidates` that hold the phrase, see PhraseMatch. Linear in their lengths.
/// Throws DeadlineExceeded. REQUIRES: at least one syllable.
ArticleSet with_phrase(const std::vector<QuerySyllable>& syllables, const ArticleSet& candidates,
                       const TermIndex& index, const Deadline& deadline);

}  // namespace tracuu
