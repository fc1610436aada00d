#include "server/search/longest_run.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace tracuu {

LongestRun::LongestRun(const TokenStreams& streams, const RankingTerms& ranking)
    : streams_(streams) {
  std::unordered_map<std::string_view, std::size_t> number_of;
  for (std::size_t place = 0; place < ranking.words.size(); ++place) {
    const RankingWord& word = ranking.words[place];
    links_.push_back(word.link);
    all_ += word.link;
    const auto [known, is_new] = number_of.emplace(word.syllable.folded, places_.size());
    if (is_new) {
      places_.emplace_back();
      if (places_.size() <= QueryWords::kMost) {
        words_.add(streams.with_folded(word.syllable.folded),
                   static_cast<std::uint8_t>(places_.size()));
      }
    }
    places_[known->second].push_back(place);
  }
}

double LongestRun::in(Xapian::docid docid) {
  if (all_ == 0) {
    return 0;
  }
  double heaviest = 0;
  runs_.clear();
  const std::span<const StreamUnit> units = streams_.of(docid);
  const StreamUnit* const end = units.data() + units.size();
  for (const StreamUnit* at = units.data(); at != end;) {
    const StreamUnit* const found = words_.next_of(at, end);
    if (found != at) {
      runs_.clear();
    }
    if (found == end) {
      break;
    }
    const bool is_of_two = *found >= kFirstOfTwo && end - found > 1;
    at = found + (is_of_two ? 2 : 1);
    const std::uint8_t word = words_.number_of(StreamReader({found, at}).next());
    if (word == 0) {
      runs_.clear();
      continue;
    }
    extended_.clear();
    for (const std::size_t place : places_[word - 1U]) {
      const auto before = std::find_if(runs_.begin(), runs_.end(),
                                       [&](const RunEnd& run) { return run.place + 1 == place; });
      const bool follows = links_[place] > 0 && before != runs_.end();
      extended_.push_back({place, follows ? before->weight + links_[place] : 0});
      heaviest = std::max(heaviest, extended_.back().weight);
    }
    std::swap(runs_, extended_);
  }
  return heaviest / all_;
}

}  // namespace tracuu
