#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

/// What stands for the blanks and the punctuation between two words.
enum class WordGap : std::uint8_t {
  kBlank,   ///< one blank: "36-NQ/TW" reads "36 nq tw "
  kNothing  ///< nothing, so that glued and loose writings are one: "36nqtw"
};

/// Reads a text as a reader types it, byte by byte and without a copy: lower case, no marks, words
/// parted as WordGap says. Letters and digits are words of their own ("NQ36" reads "nq 36 "), and
/// under kBlank the last word is closed by a blank too, so that "nghi " tells the word from the
/// start of "nghiem". A newline or the end of the text ends it.
class FoldedReader {
 public:
  /// `normalized` must outlive the reader. REQUIRES: `offset` is on a character.
  FoldedReader(std::string_view normalized, std::size_t offset, WordGap gap)
      : text_(normalized), at_(offset), gap_(gap) {}

  /// Returns the next byte, or 0 for ever at the end.
  char next();

  /// Returns whether the byte that next() returned last is the first of a word.
  bool starts_word() const { return starts_word_; }
  /// The bytes [begin, end) of the text that the last byte other than a blank came from.
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }

 private:
  enum class Kind : std::uint8_t { kNone, kLetter, kDigit };
  struct Character {
    Kind kind = Kind::kNone;
    char folded = 0;  ///< 0: see more_
  };

  Character read(char32_t code_point);
  char close();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string more_;  ///< of a character that folds to several bytes, last first
  WordGap gap_;
  Kind last_ = Kind::kNone;
  bool any_ = false;           ///< whether a word was read
  bool blank_before_ = false;  ///< whether a gap stands before what comes
  bool closed_ = false;
  bool starts_word_ = false;
};

/// Returns the whole of `normalized`, up to a newline, as FoldedReader reads it.
std::string folded_words(std::string_view normalized, WordGap gap);

/// Returns the key of what a reader has typed so far: folded_words(), but open at its end, so that
/// the last word may go on: "Nghị quy" gives "nghi quy", "nghị " gives "nghi ".
std::string typed_key(std::string_view normalized, WordGap gap);

}  // namespace tracuu
