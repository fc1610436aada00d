#include "server/search/whole_title.h"

namespace tracuu {

WholeTitle::WholeTitle(const TokenStreams& streams, const RankingTerms& ranking)
    : streams_(streams) {
  for (const RankingWord& word : ranking.words) {
    words_.push_back(streams.with_folded(word.syllable.folded));
  }
}

bool WholeTitle::is_of(Xapian::docid docid) const {
  if (words_.size() < kFewestWords) {
    return false;
  }
  std::size_t same = 0;
  for (StreamReader reader(streams_.of(docid)); !reader.at_end();) {
    const WordId word = reader.next();
    if (word == kTitleEnd) {
      return same == words_.size();
    }
    if (word == kSentenceBreak) {
      continue;
    }
    if (same == words_.size() || !words_[same].contains(word)) {
      return false;
    }
    ++same;
  }
  return false;
}

}  // namespace tracuu
