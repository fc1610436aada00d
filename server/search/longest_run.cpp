#include "server/search/longest_run.h"

#include <algorithm>

namespace tracuu {

LongestRun::LongestRun(const Xapian::Database& database, const RankingTerms& ranking)
    : database_(database), ranking_(ranking) {
  for (const RankingWord& word : ranking.words) {
    all_ += word.link;
    positions_[word.syllable.folded];
  }
}

double LongestRun::in(Xapian::docid docid) {
  if (all_ == 0) {
    return 0;
  }
  read_positions(docid);
  double heaviest = 0;
  RunEnds runs;
  for (const RankingWord& word : ranking_.words) {
    runs = extended(runs, word);
    for (const auto& [end, weight] : runs) {
      heaviest = std::max(heaviest, weight);
    }
  }
  return heaviest / all_;
}

void LongestRun::read_positions(Xapian::docid docid) {
  for (auto& [word, positions] : positions_) {
    positions.assign(database_.positionlist_begin(docid, word),
                     database_.positionlist_end(docid, word));
  }
}

LongestRun::RunEnds LongestRun::extended(const RunEnds& runs, const RankingWord& word) const {
  RunEnds ends;
  auto before = runs.begin();
  for (const Xapian::termpos position : positions_.at(word.syllable.folded)) {
    while (before != runs.end() && before->first + 1 < position) {
      ++before;
    }
    const bool follows = word.link > 0 && before != runs.end() && before->first + 1 == position;
    ends.emplace_back(position, follows ? before->second + word.link : 0);
  }
  return ends;
}

}  // namespace tracuu
