#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/query/query.h"
#include "server/search/deadline.h"
#include "server/search/term_index.h"

namespace tracuu {

/// A text that may have been meant instead of the one typed.
struct ProposedText {
  std::string text;  ///< "chuyển đổi số", for "chuyển đỏii số"
  /// The replaced words between their neighbours, folded: {"chuyen", "doi", "so"}.
  std::vector<std::vector<std::string>> windows;
  /// No article has any replaced word beside a neighbour of it, and hardly any elsewhere.
  bool unseen = false;
  bool quoted = false;  ///< a replaced word stands in quotes
};

/// Corrects slips of the keyboard by the phrases of the corpus. A word is judged with its
/// neighbours, never alone: replaced is what hardly any article has beside them, by a word one slip
/// away (see guesses_of()), by two that were typed as one, or the other way round, that at least a
/// hundred times as many articles have beside both of them (see Proofreader). Compared are folded
/// forms, so that a wrong tone is no mistake. Numbers, documents, provinces and abbreviations are
/// never replaced. Keeps no dictionary: it asks the index how many articles have a pair of words,
/// at most some hundred times a query. For one search of one thread.
class Corrector {
 public:
  Corrector(const TermReader& terms, const Deadline& deadline)
      : terms_(terms), deadline_(deadline) {}

  /// Returns some corrections of `query`, of one slip before those of more, the best first; none
  /// where nothing is amiss. Without marks where none were typed. Throws
  /// DeadlineExceeded.
  std::vector<ProposedText> proposals(const Query& query) const;

 private:
  const TermReader& terms_;
  const Deadline& deadline_;
};

}  // namespace tracuu
