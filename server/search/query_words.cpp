#include "server/search/query_words.h"

#include <algorithm>

namespace tracuu {

void QueryWords::add(WordIds ids, std::uint8_t number) {
  for (WordId word = ids.begin; word < std::min(ids.end, kOneUnitWords); ++word) {
    number_of_unit_[first_unit(word)] = number;
  }
  if (ids.end > kOneUnitWords) {
    std::fill(number_of_unit_.begin() + kFirstOfTwo, number_of_unit_.begin() + kSecondOfTwo, 1);
    rare_.emplace_back(WordIds{std::max(ids.begin, kOneUnitWords), ids.end}, number);
  }
}

std::uint8_t QueryWords::number_of_rare(WordId word) const {
  const auto found = std::find_if(rare_.begin(), rare_.end(),
                                  [&](const auto& one) { return one.first.contains(word); });
  return found == rare_.end() ? std::uint8_t{0} : found->second;
}

}  // namespace tracuu
