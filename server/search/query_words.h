#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "common/index/token_streams.h"

namespace tracuu {

/// Tells which of the few words that a query asks for a word of the streams is. Constant once all
/// are added, then thread-safe.
class QueryWords {
 public:
  /// Words that can be told apart; more than a query has, see search_request.h.
  static constexpr std::size_t kMost = 254;

  QueryWords() : number_of_unit_(kUnits, 0) {}

  /// Gives all of `ids` the number `number`, of 1 to kMost.
  void add(WordIds ids, std::uint8_t number);
  /// Returns the number of a word, 0 when none was given.
  std::uint8_t number_of(WordId word) const {
    return word < kOneUnitWords ? number_of_unit_[first_unit(word)] : number_of_rare(word);
  }

  /// Returns the first unit from `at` on with which a word may begin that has a number, or `end`.
  /// What it passes over are whole words without one, and marks.
  const StreamUnit* next_of(const StreamUnit* at, const StreamUnit* end) const {
    while (at != end && number_of_unit_[*at] == 0) {
      ++at;
    }
    return at;
  }

 private:
  std::uint8_t number_of_rare(WordId word) const;

  static constexpr std::size_t kUnits = 1U << 16U;

  /// By unit; where a rare word has a number, all first units of two have one.
  std::vector<std::uint8_t> number_of_unit_;
  std::vector<std::pair<WordIds, std::uint8_t>> rare_;
};

}  // namespace tracuu
