#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/page_blocks.h"

namespace tracuu {

// How headlines are compared with one another and with the text below them.

/// The words of a text and its pairs of adjacent words, folded; kept by their hashes, so that one
/// in 2^64 questions may be answered wrong.
class WordSet {
 public:
  /// Takes the words of a text that fold() folded.
  explicit WordSet(std::string_view folded);
  bool has(std::string_view word) const;
  bool has(std::string_view one, std::string_view two) const;

 private:
  void insert(std::uint64_t hash);
  bool holds(std::uint64_t hash) const;

  std::vector<std::uint64_t> slots_;  ///< open addressing; 0 is free
};

/// Returns the letters and digits of a text, folded, nothing between them.
std::string compact(std::string_view text);

/// Returns the words of the first paragraphs of the text.
WordSet words_of_text(const std::vector<PageBlock>& blocks, std::size_t first_prose);

/// Returns the share (0..1) of a line's words of two letters and more that stand in the text.
double share_in(const std::vector<std::string>& title, const WordSet& text);

/// Returns the share (0..1) of a line's pairs of words that stand in the text too.
double pairs_in(const std::vector<std::string>& line, const WordSet& text);

/// Returns whether two titles are the same but for case, marks, blanks, or one being cut short by
/// "..." or by a section name.
bool same_title(std::string_view one, std::string_view other);

/// Returns whether the letters and digits of `part` stand in `whole`: a line of a headline.
bool is_part_of(std::string_view part, std::string_view whole);

/// Returns the share (0..1) of a title's words that stand in the first paragraphs of the text.
double share_of_title_in_text(std::string_view title, const std::vector<PageBlock>& blocks,
                              std::size_t first_prose);

/// Returns a headline for a text without one: its first sentence, at most 120 bytes, cut at a
/// blank.
std::string title_from_text(std::string_view text);

}  // namespace tracuu
