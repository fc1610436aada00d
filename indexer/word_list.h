#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace tracuu {

/// Words or phrases that a rule about lines knows, folded unless it says otherwise.
using WordList = std::span<const std::string_view>;

/// Returns whether `word` is in the list.
inline bool is_one_of(std::string_view word, WordList words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view each) {
    return each.size() == word.size() && !word.empty() && each.front() == word.front() &&
           each == word;
  });
}

/// Returns whether a folded text begins with one of the phrases and no letter goes on behind it.
inline bool opens_with_one_of(std::string_view folded, WordList openings) {
  return std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
    return !folded.empty() && opening.front() == folded.front() && folded.starts_with(opening) &&
           (folded.size() == opening.size() || folded[opening.size()] < 'a' ||
            folded[opening.size()] > 'z');
  });
}

/// Returns whether a folded text holds one of the phrases anywhere.
inline bool holds_one_of(std::string_view folded, WordList phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return folded.find(phrase) != std::string_view::npos;
  });
}

/// Returns where `part` stands last in `text`, npos for nowhere. Most lines hold none, which a
/// search forwards tells many times faster than rfind().
inline std::size_t last_of(std::string_view text, std::string_view part) {
  std::size_t last = std::string_view::npos;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + 1)) {
    last = at;
  }
  return last;
}

/// Drops what stands before the first letter, digit or bracket: ">> xem them" is "xem them".
inline std::string_view without_marks(std::string_view folded) {
  const std::size_t begin = folded.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789(");
  return begin == std::string_view::npos ? std::string_view() : folded.substr(begin);
}

}  // namespace tracuu
