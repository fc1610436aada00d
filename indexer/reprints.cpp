#include "indexer/reprints.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

namespace tracuu {
namespace {

/// Boilerplate is counted by parts of the hashes, so that the counting takes a part of the memory.
constexpr std::uint32_t kParts = 16;
/// Pairs of articles that say whether a frequent shingle is boilerplate or a much reprinted text.
constexpr std::size_t kPairsAsked = 16;
/// First articles under one key that are compared; behind these the key says nothing any more.
constexpr std::ptrdiff_t kMostFirstsOfKey = 64;

using Occurrence = std::pair<std::uint32_t, std::uint32_t>;  ///< shingle, rank of the article
using Occurrences = std::vector<Occurrence>;

/// Returns whether most articles of a shingle are no reprints of one another, by some pairs of
/// them.
template <typename AreReprints>
bool mostly_apart(std::span<const Occurrence> occurrences, const AreReprints& are_reprints) {
  const std::size_t half = occurrences.size() / 2;
  const std::size_t pairs = std::min(half, kPairsAsked);
  std::size_t reprints = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    const std::size_t at = i * half / pairs;
    reprints += are_reprints(occurrences[at], occurrences[at + half]) ? 1 : 0;
  }
  return reprints * 2 < pairs;
}

}  // namespace

void ReprintFinder::see(const Article& article, ReprintSketch sketch) {
  seen_.push_back({article.id, std::move(sketch)});
}

/// The first articles of all groups so far, by key. One array of all keys and one of the same size
/// for the firsts, since a map would take ten times the memory.
class ReprintFinder::FirstsByKey {
 public:
  explicit FirstsByKey(std::vector<std::uint32_t> keys) : keys_(std::move(keys)) {
    std::sort(keys_.begin(), keys_.end());
    firsts_.assign(keys_.size(), kNobody);
  }

  void add(std::uint32_t key, std::uint32_t rank) {
    const auto [begin, end] = places_of(key);
    const auto free = std::find(begin, end, kNobody);
    if (free != end) {
      firsts_[static_cast<std::size_t>(free - firsts_.begin())] = rank;
    }
  }

  template <typename Visit>
  void for_each(std::uint32_t key, const Visit& visit) const {
    const auto [begin, end] = places_of(key);
    std::for_each(begin, std::find(begin, end, kNobody), visit);
  }

 private:
  static constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();
  using Place = std::vector<std::uint32_t>::const_iterator;

  std::pair<Place, Place> places_of(std::uint32_t key) const {
    const auto [begin, end] = std::equal_range(keys_.begin(), keys_.end(), key);
    const Place first = firsts_.begin() + (begin - keys_.begin());
    return {first, first + std::min(end - begin, kMostFirstsOfKey)};
  }

  std::vector<std::uint32_t> keys_;    ///< ascending; an article's place under a key is its own
  std::vector<std::uint32_t> firsts_;  ///< ranks, filled from the front of each key's places
};

void ReprintFinder::put_in_order() {
  order_.resize(seen_.size());
  std::iota(order_.begin(), order_.end(), 0);
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto place = [&](std::uint32_t index) {
      const Seen& article = seen_[index];
      return std::tuple(!article.sketch.day, article.sketch.day, std::string_view(article.id));
    };
    return place(a) < place(b);
  });
}

std::vector<std::uint32_t> ReprintFinder::common_shingles() const {
  const auto are_reprints = [&](const Occurrence& a, const Occurrence& b) {
    return reprint_confidence(seen_[order_[a.second]].sketch, seen_[order_[b.second]].sketch)
        .has_value();
  };
  std::vector<std::uint32_t> common;
  Occurrences occurrences;
  for (std::uint32_t part = 0; part < kParts; ++part) {
    occurrences.clear();
    for (std::uint32_t rank = 0; rank < order_.size(); ++rank) {
      for (const std::uint32_t hash : seen_[order_[rank]].sketch.shingles.hashes) {
        if (hash % kParts == part) {
          occurrences.emplace_back(hash, rank);
        }
      }
    }
    std::sort(occurrences.begin(), occurrences.end());
    for (std::size_t begin = 0, end = 0; begin < occurrences.size(); begin = end) {
      while (end < occurrences.size() && occurrences[end].first == occurrences[begin].first) {
        ++end;
      }
      if (end - begin > kCommonIn &&
          mostly_apart(std::span(occurrences).subspan(begin, end - begin), are_reprints)) {
        common.push_back(occurrences[begin].first);
      }
    }
  }
  std::sort(common.begin(), common.end());
  return common;
}

std::optional<std::uint32_t> ReprintFinder::first_of(std::uint32_t rank,
                                                     const FirstsByKey& firsts) const {
  const ReprintSketch& sketch = seen_[order_[rank]].sketch;
  std::optional<std::uint32_t> best;
  double best_confidence = 0;
  for (const std::uint32_t key : reprint_keys(sketch)) {
    firsts.for_each(key, [&](std::uint32_t first) {
      const auto confidence = reprint_confidence(seen_[order_[first]].sketch, sketch);
      if (confidence &&
          (*confidence > best_confidence || (*confidence == best_confidence && first < *best))) {
        best = first;
        best_confidence = *confidence;
      }
    });
  }
  return best;
}

ReprintFinder::Result ReprintFinder::settle() {
  put_in_order();
  Result result;
  result.common = common_shingles();
  result.marks.resize(seen_.size());
  std::vector<std::uint32_t> all_keys;
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    remove_shingles(seen_[i].sketch, result.common);
    result.marks[i].keys = reprint_keys(seen_[i].sketch);
    all_keys.insert(all_keys.end(), result.marks[i].keys.begin(), result.marks[i].keys.end());
  }
  FirstsByKey firsts(std::move(all_keys));
  for (std::uint32_t rank = 0; rank < order_.size(); ++rank) {
    ReprintMarks& marks = result.marks[order_[rank]];
    if (const auto first = first_of(rank, firsts)) {
      marks.group = result.marks[order_[*first]].group = seen_[order_[*first]].id;
      continue;
    }
    for (const std::uint32_t key : marks.keys) {
      firsts.add(key, rank);
    }
  }
  seen_ = {};
  return result;
}

}  // namespace tracuu
