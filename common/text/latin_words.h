#pragma once

#include <cstddef>
#include <string_view>

namespace tracuu {

/// Tells which words of a text hold Latin letters. A word is a run of letters and marks; invisible
/// characters do not end one. Looks through each word once, so asking in order is linear.
class LatinWords {
 public:
  /// REQUIRES: `text` is valid UTF-8 and outlives this.
  explicit LatinWords(std::string_view text) : text_(text) {}

  /// Returns whether the word around `offset` holds a Latin letter. REQUIRES: a letter stands at
  /// `offset`, and offsets are asked for in rising order.
  bool hold(std::size_t offset);

 private:
  bool reads_on(std::size_t offset);

  std::string_view text_;
  std::size_t word_end_ = 0;
  bool latin_ = false;
};

}  // namespace tracuu
