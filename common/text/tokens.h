#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/span.h"

namespace tracuu {

/// One syllable, word or number of a normalized text.
struct Token {
  enum class Kind : std::uint8_t {
    kWord,    ///< letters only: a Vietnamese syllable or a foreign word
    kNumber,  ///< digits only
    kMixed,   ///< digits and one letter behind: "36a", "4G"
  };

  Span span;           ///< in the normalized text
  std::string folded;  ///< see SyllableForms
  std::string key;
  std::uint32_t key_hash = 0;  ///< word_hash(key), to look it up in a WordTable
  Kind kind = Kind::kWord;
  bool marked = false;
  bool capitalized = false;      ///< first letter is upper case
  bool all_caps = false;         ///< at least two letters, all upper case
  bool starts_sentence = false;  ///< first of a sentence, a line, or a list item
};

/// Reads the tokens of a normalized text one by one, see tokenize().
class TokenReader {
 public:
  /// `normalized` must outlive the reader.
  explicit TokenReader(std::string_view normalized) : text_(normalized) {}

  /// Replaces `token` by the next one; false, and `token` is then anything, behind the last.
  bool next(Token& token);

 private:
  /// What the start of a sentence depends on.
  struct Before {
    Span span;
    std::size_t letters = 0;  ///< of a word
    bool capitalized = false;
    bool any = false;
  };

  void read_number(Token& token);
  void read_word(char32_t code_point, std::size_t next, Token& token);
  bool letter_at_offset(std::size_t offset) const;
  bool starts_sentence(const Token& token, bool capitalized) const;
  bool ends_in_abbreviation() const;

  std::string_view text_;
  std::size_t at_ = 0;
  Before before_;
};

/// Splits a normalized text into tokens, in order. Letters, digits and '.', '/', '-', '&' part as
/// the search needs it: a letter before a digit parts ("NQ36" -> NQ 36, "TƯ4" -> TƯ 4), a single
/// letter at the end of a number does not ("36a"), more letters do ("100km" -> 100 km), and all
/// punctuation parts ("1.734" -> 1 734, "TT&TT" -> TT TT, "36-NQ/TW" -> 36 NQ TW).
/// Linear in time, never fails. REQUIRES: `normalized` came from normalize().
std::vector<Token> tokenize(std::string_view normalized);

/// A normalized text with its tokens; what every recognizer reads.
struct TokenizedText {
  std::string_view normalized;  ///< owned by the caller, must outlive this
  std::vector<Token> tokens;

  /// The bytes between the end of token `index` and the start of the next one (or the text's end).
  std::string_view gap_after(std::size_t index) const;
  std::string_view text_of(std::size_t index) const {
    return slice(normalized, tokens[index].span);
  }
};

inline TokenizedText tokenized(std::string_view normalized) {
  return {normalized, tokenize(normalized)};
}

}  // namespace tracuu
