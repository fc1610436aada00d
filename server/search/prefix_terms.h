#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

/// Returns the form that most articles of the base have of those that begin with `start`, "" when
/// none of them is frequent. Throws as TermReader::postings().
std::string commonest_beginning(const TermReader& terms, std::string_view start);

/// A pair of neighbours, "cong nghe", and how many articles have it.
struct BegunPair {
  std::string pair;
  std::uint32_t articles = 0;
};

/// Returns the pairs, frequent in the base, of the form `before` and a form that begins with
/// `start`, by how many articles have them, at most `most`. Throws as TermReader::postings().
std::vector<BegunPair> pairs_beginning(const TermReader& terms, std::string_view before,
                                       std::string_view start, std::size_t most);

}  // namespace tracuu
