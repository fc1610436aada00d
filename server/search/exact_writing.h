#pragma once

#include <xapian.h>

#include <optional>

#include "common/index/token_streams.h"
#include "server/search/phrase_match.h"
#include "server/search/ranking_terms.h"

namespace tracuu {

/// Tells which of the articles that have a whole query in one piece have it with the very marks
/// that were typed: "nhiệm vụ ở cấp" is in "nhiệm vụ ở cặp" but for its marks. Thread-safe.
class ExactWriting {
 public:
  /// `streams` must outlive this.
  ExactWriting(const TokenStreams& streams, const RankingTerms& ranking);

  /// Returns whether the article has the query as a phrase, marks included. Always false for a
  /// query without marks, of one word, of over kMostWords, or not typed in one piece.
  bool in(Xapian::docid docid) const { return match_ && match_->holds(docid); }

  static constexpr std::size_t kMostWords = 16;

 private:
  std::optional<PhraseMatch> match_;  ///< nothing when nothing is to be told
};

}  // namespace tracuu
