#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/text/span.h"

namespace tracuu {

// How readers of a line take it apart; all results are views of the line.

/// Returns the span of `part` in `whole`. REQUIRES: `part` is a view of `whole`.
inline Span span_in(std::string_view whole, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - whole.data());
  return {begin, static_cast<std::uint32_t>(begin + part.size())};
}

/// Returns `text` without any of `marks` at its ends.
inline std::string_view trim_marks(std::string_view text, std::string_view marks) {
  const std::size_t begin = text.find_first_not_of(marks);
  if (begin == std::string_view::npos) {
    return text.substr(text.size());
  }
  return text.substr(begin, text.find_last_not_of(marks) - begin + 1);
}

/// Returns what stands behind the first `count` words, blanks before it dropped.
inline std::string_view behind_words(std::string_view text, std::size_t count) {
  for (; count > 0 && !text.empty(); --count) {
    const std::size_t blank = text.find(' ');
    text = blank == std::string_view::npos ? text.substr(text.size()) : text.substr(blank + 1);
  }
  return text;
}

}  // namespace tracuu
