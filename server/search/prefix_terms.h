#pragma once

#include "server/search/article_set.h"
#include "server/search/deadline.h"
#include "server/search/term_index.h"
#include "server/search/word_start.h"

namespace tracuu {

/// Adds to `found` those articles of `within` that have any word which goes on from `start`: all of
/// them, however many words these are. Costs a bitmap or a list a word until all of `within` is
/// found; rare words, which lie side by side in the order of their letters, are read a block at a
/// time. Throws DeadlineExceeded, and as TermReader::postings().
void add_starting(const TermReader& terms, const WordStart& start, const ArticleSet& within,
                  ArticleSet& found, const Deadline& deadline);

}  // namespace tracuu
