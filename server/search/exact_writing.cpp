#include "server/search/exact_writing.h"

#include <algorithm>

#include "server/search/bearing.h"

namespace tracuu {

ExactWriting::ExactWriting(const Xapian::Database& database, const RankingTerms& ranking)
    : database_(database) {
  const auto& words = ranking.words;
  const bool marked = std::any_of(words.begin(), words.end(),
                                  [](const RankingWord& word) { return word.syllable.marked; });
  const bool one_piece =
      words.size() > 1 && std::all_of(words.begin() + 1, words.end(),
                                      [](const RankingWord& word) { return word.link > 0; });
  if (!marked || !one_piece || words.size() > kMostWords) {
    return;
  }
  for (const RankingWord& word : words) {
    phrase_.push_back(word.syllable);
  }
  terms_ = terms_of_phrase(phrase_);
  match_.emplace(database_, phrase_);
}

bool ExactWriting::in(Xapian::docid docid) {
  return match_ && bears_all(database_, docid, terms_) &&
         (match_->told_by_terms() || match_->holds(docid));
}

}  // namespace tracuu
