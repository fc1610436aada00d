#pragma once

#include <string>
#include <vector>

#include "server/query/query.h"
#include "server/search/term_index.h"

namespace tracuu {

/// How the last word of a query, when it is not finished, ranks the articles that have a word which
/// goes on from it. Other queries have none of this.
struct LastWord {
  /// A pair of neighbours that the last two words likely become.
  struct Pair {
    std::string words;  ///< folded: "cong nghe"
    double share = 0;   ///< of the articles that have any of the pairs
  };

  /// Whether it is ranked by as a word of its own, as which it may be meant already.
  bool counts = true;
  std::vector<Pair> pairs;  ///< the likeliest first
};

/// Reads the last word of a query. It counts when it ends the commonest of the frequent pairs that
/// go on from the last two words, or without such is the commonest of the frequent words that go on
/// from it: "nghệ" of "công nghệ" does, "quy" of "nghị quy" and the letter c of a list do not. It
/// counts where nothing frequent begins so.
LastWord last_word(const TermReader& terms, const Query& query);

}  // namespace tracuu
