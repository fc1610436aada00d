#include "server/search/phrase_search.h"

#include <algorithm>

#include "server/search/phrase_match.h"

namespace tracuu {
namespace {

/// Articles whose words are looked through between two looks at the clock: under 0.1 ms.
constexpr std::size_t kDeadlineEvery = 64;
/// Articles ahead whose words are called from memory.
constexpr std::size_t kAhead = 6;

/// Adds to `found` those of `articles`, which lie in one segment, whose ordinals begin at `first`.
void add_holding(const PhraseMatch& match, const TokenStreams& streams,
                 const std::vector<Ordinal>& articles, Ordinal first, const Deadline& deadline,
                 ArticleSet& found) {
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (i % kDeadlineEvery == 0) {
      deadline.check();
    }
    if (i + kAhead < articles.size()) {
      __builtin_prefetch(streams.at(articles[i + kAhead] - first).data());
    }
    if (match.holds_at(articles[i] - first)) {
      found.add(articles[i]);
    }
  }
}

}  // namespace

ArticleSet with_phrase(const std::vector<QuerySyllable>& syllables, const ArticleSet& candidates,
                       const TermIndex& index, const Deadline& deadline) {
  const Columns& columns = index.columns();
  std::vector<std::vector<Ordinal>> by_segment(index.segments().size());
  candidates.for_each(
      [&](Ordinal article) { by_segment[columns.segment_of(article)].push_back(article); });
  ArticleSet found(candidates.articles());
  for (std::size_t segment = 0; segment < by_segment.size(); ++segment) {
    const TokenStreams& streams = index.segments()[segment].streams;
    add_holding(PhraseMatch(streams, syllables), streams, by_segment[segment],
                columns.first_of(segment), deadline, found);
  }
  return found;
}

}  // namespace tracuu
