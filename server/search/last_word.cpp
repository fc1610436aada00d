#include "server/search/last_word.h"

#include <utility>

#include "server/search/prefix_terms.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostPairs = 4;

}  // namespace

LastWord last_word(const TermReader& terms, const Query& query) {
  LastWord last;
  if (query.syllables.empty() || !query.syllables.back().unfinished) {
    return last;
  }
  const QuerySyllable& word = query.syllables.back();
  std::vector<BegunPair> pairs;
  std::string typed;
  if (word.follows && query.syllables.size() > 1) {
    const std::string& before = query.syllables[query.syllables.size() - 2].folded;
    pairs = pairs_beginning(terms, before, word.folded, kMostPairs);
    typed = before + ' ' + word.folded;
  }
  const std::string commonest = pairs.empty() ? commonest_beginning(terms, word.folded) : "";
  last.counts =
      pairs.empty() ? commonest.empty() || commonest == word.folded : pairs.front().pair == typed;
  double all = 0;
  for (const BegunPair& pair : pairs) {
    all += pair.articles;
  }
  for (BegunPair& pair : pairs) {
    last.pairs.push_back({std::move(pair.pair), pair.articles / all});
  }
  return last;
}

}  // namespace tracuu
