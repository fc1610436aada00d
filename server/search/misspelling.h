#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tracuu {

/// What may have been meant by one mistyped word, and how likely such a slip is against others.
struct SpellingGuess {
  std::string word;
  double likelihood = 0;  ///< 0..1
};

/// Returns all words one slip away from `word`, without it: two letters swapped, one too many,
/// missing or wrong. Each once, with its likeliest slip; about 50 for each letter.
std::vector<SpellingGuess> guesses_of(std::string_view word);

/// Returns all ways to part `letters` in two, neither of them empty: "doiso" -> ("d", "oiso") ...
std::vector<std::pair<std::string, std::string>> partings_of(std::string_view letters);

}  // namespace tracuu
