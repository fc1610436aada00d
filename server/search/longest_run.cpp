#include "server/search/longest_run.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace tracuu {
namespace {

/// Words that word_of_unit_ can tell apart; a query has no more, see search_request.h.
constexpr std::size_t kMostWordsOfQuery = 254;

}  // namespace

LongestRun::LongestRun(const TokenStreams& streams, const RankingTerms& ranking)
    : streams_(streams), word_of_unit_(kOneUnitWords, 0) {
  std::unordered_map<std::string_view, std::size_t> number_of;
  for (std::size_t place = 0; place < ranking.words.size(); ++place) {
    const RankingWord& word = ranking.words[place];
    links_.push_back(word.link);
    all_ += word.link;
    const auto [known, is_new] = number_of.emplace(word.syllable.folded, words_.size());
    if (is_new) {
      words_.push_back({streams.with_folded(word.syllable.folded), {}});
    }
    words_[known->second].places.push_back(place);
  }
  for (std::size_t i = 0; i < std::min(words_.size(), kMostWordsOfQuery); ++i) {
    const WordId end = std::min(words_[i].ids.end, kOneUnitWords);
    for (WordId id = words_[i].ids.begin; id < end; ++id) {
      word_of_unit_[id] = static_cast<std::uint8_t>(i + 1);
    }
  }
}

double LongestRun::in(Xapian::docid docid) {
  if (all_ == 0) {
    return 0;
  }
  double heaviest = 0;
  runs_.clear();
  for (StreamReader reader(streams_.of(docid)); !reader.at_end();) {
    const Word* const word = word_of(reader.next());
    extended_.clear();
    if (word != nullptr) {
      for (const std::size_t place : word->places) {
        const auto before = std::find_if(runs_.begin(), runs_.end(),
                                         [&](const RunEnd& run) { return run.place + 1 == place; });
        const bool follows = links_[place] > 0 && before != runs_.end();
        extended_.push_back({place, follows ? before->weight + links_[place] : 0});
        heaviest = std::max(heaviest, extended_.back().weight);
      }
    }
    std::swap(runs_, extended_);
  }
  return heaviest / all_;
}

const LongestRun::Word* LongestRun::word_of(WordId id) const {
  if (id < kOneUnitWords) {
    const std::uint8_t number = word_of_unit_[id];
    return number == 0 ? nullptr : &words_[number - 1U];
  }
  const auto fits = [&](const Word& word) { return word.ids.contains(id); };
  const auto found = std::find_if(words_.begin(), words_.end(), fits);
  return found == words_.end() ? nullptr : &*found;
}

}  // namespace tracuu
