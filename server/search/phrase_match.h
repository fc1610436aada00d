#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "server/query/query.h"

namespace tracuu {

/// Terms that every article with the phrase bears: its bigrams, or its one syllable, and the
/// canonical keys of the syllables that were typed with marks.
std::vector<std::string> terms_of_phrase(const std::vector<QuerySyllable>& syllables);

/// Tells whether articles hold a phrase: its syllables side by side in one sentence, those typed
/// with marks in exactly that writing (as far as the canonical key tells: "hòa" is "hoà"), the
/// others in any. For one search of one thread.
class PhraseMatch {
 public:
  /// `database` and `syllables` must outlive this. REQUIRES: at least one syllable.
  PhraseMatch(const Xapian::Database& database, const std::vector<QuerySyllable>& syllables);

  /// Whether the terms_of_phrase() alone tell, so that holds() need not be asked.
  bool told_by_terms() const { return told_by_terms_; }

  /// Returns whether the article has the phrase. Positions decide where they can; only where a
  /// syllable also occurs in another writing is the stored text read.
  /// REQUIRES: the article bears terms_of_phrase().
  bool holds(Xapian::docid docid);

 private:
  std::size_t occurrences(Xapian::docid docid);
  std::size_t other_writings(Xapian::docid docid);
  bool text_holds(Xapian::docid docid) const;

  struct MarkedSyllable {
    Xapian::PostingIterator folded;
    Xapian::PostingIterator accented;
    std::size_t times;  ///< in the phrase
  };

  const Xapian::Database& database_;
  const std::vector<QuerySyllable>& syllables_;
  std::vector<MarkedSyllable> marked_;
  std::optional<Xapian::PostingIterator> bigram_;  ///< of a phrase of two
  bool told_by_terms_ = false;
};

}  // namespace tracuu
