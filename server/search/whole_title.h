#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "server/search/ranking_terms.h"

namespace tracuu {

/// Tells which articles bear the whole query, and nothing else, as their title: who types or pastes
/// a title means its article, not the one whose longer title starts with it. For one search of one
/// thread.
class WholeTitle {
 public:
  /// `database` and `ranking` must outlive this.
  WholeTitle(const Xapian::Database& database, const RankingTerms& ranking);

  /// Returns whether the title has the words of the query, by folded form, in their order and no
  /// others. Always false for a query of under kFewestWords.
  bool is_of(Xapian::docid docid) const;

  static constexpr std::size_t kFewestWords = 3;

 private:
  const Xapian::Database& database_;
  const RankingTerms& ranking_;
  std::vector<std::string> terms_;  ///< that such a title bears
};

}  // namespace tracuu
