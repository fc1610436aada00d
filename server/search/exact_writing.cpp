#include "server/search/exact_writing.h"

#include <algorithm>
#include <vector>

namespace tracuu {

ExactWriting::ExactWriting(const TokenStreams& streams, const RankingTerms& ranking) {
  const auto& words = ranking.words;
  const bool marked = std::any_of(words.begin(), words.end(),
                                  [](const RankingWord& word) { return word.syllable.marked; });
  const bool one_piece =
      words.size() > 1 && std::all_of(words.begin() + 1, words.end(),
                                      [](const RankingWord& word) { return word.link > 0; });
  if (!marked || !one_piece || words.size() > kMostWords) {
    return;
  }
  std::vector<QuerySyllable> phrase;
  phrase.reserve(words.size());
  for (const RankingWord& word : words) {
    phrase.push_back(word.syllable);
  }
  match_.emplace(streams, phrase);
}

}  // namespace tracuu
