#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "server/search/phrase_match.h"
#include "server/search/ranking_terms.h"

namespace tracuu {

/// Tells which of the articles that have a whole query in one piece have it with the very marks
/// that were typed: "nhiệm vụ ở cấp" is in "nhiệm vụ ở cặp" but for its marks. For one search of
/// one thread.
class ExactWriting {
 public:
  /// `database` and `ranking` must outlive this.
  ExactWriting(const Xapian::Database& database, const RankingTerms& ranking);

  /// Returns whether the article has the query as a phrase, marks included. Always false for a
  /// query without marks, of one word, of over kMostWords, or not typed in one piece.
  bool in(Xapian::docid docid);

  static constexpr std::size_t kMostWords = 16;

 private:
  const Xapian::Database& database_;
  std::vector<QuerySyllable> phrase_;  ///< empty when nothing is to be told
  std::vector<std::string> terms_;
  std::optional<PhraseMatch> match_;
};

}  // namespace tracuu
