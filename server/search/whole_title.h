#pragma once

#include <xapian.h>

#include <vector>

#include "common/index/token_streams.h"
#include "server/search/ranking_terms.h"

namespace tracuu {

/// Tells which articles bear the whole query, and nothing else, as their title: who types or pastes
/// a title means its article, not the one whose longer title starts with it. Thread-safe.
class WholeTitle {
 public:
  /// `streams` must outlive this.
  WholeTitle(const TokenStreams& streams, const RankingTerms& ranking);

  /// Returns whether the title has the words of the query, by folded form, in their order and no
  /// others. Always false for a query of under kFewestWords.
  bool is_of(Xapian::docid docid) const;

  static constexpr std::size_t kFewestWords = 3;

 private:
  const TokenStreams& streams_;
  std::vector<WordIds> words_;
};

}  // namespace tracuu
