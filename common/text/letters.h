#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace tracuu {

/// A mark that makes another letter of the alphabet: ă, â ê ô, ơ ư, đ.
enum class Shape : std::uint8_t { kNone, kBreve, kCircumflex, kHorn, kStroke };

/// One letter of the Vietnamese alphabet, or another letter from a to z.
struct Letter {
  char folded = 0;             ///< 'a' to 'z'; 0 when the code point is no such letter
  std::uint8_t tone = 0;       ///< 0 ngang, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng
  Shape shape = Shape::kNone;  ///< ệ has the circumflex
  bool upper = false;          ///< ệ has not
  std::uint8_t key_size = 0;   ///< bytes of `key`
  std::array<char, 2> key{};   ///< lower case without the tone, in UTF-8: ê for Ệ

  explicit operator bool() const { return folded != 0; }
};

/// The stretches of Unicode that hold the whole alphabet, up to ư and the toned block Ạ to ỹ, laid
/// end to end; the last slot stands for everything else.
inline constexpr char32_t kLowLettersEnd = 0x1B1;
inline constexpr char32_t kHighLettersBegin = 0x1EA0;
inline constexpr char32_t kHighLettersEnd = 0x1EFA;
inline constexpr std::size_t kLetterSlots =
    kLowLettersEnd + (kHighLettersEnd - kHighLettersBegin) + 1;
extern const std::array<Letter, kLetterSlots> kLetters;

constexpr std::size_t letter_slot(char32_t code_point) {
  if (code_point < kLowLettersEnd) {
    return code_point;
  }
  const bool high = code_point >= kHighLettersBegin && code_point < kHighLettersEnd;
  return high ? kLowLettersEnd + (code_point - kHighLettersBegin) : kLetterSlots - 1;
}

/// Returns the letter at `code_point`: ASCII letters and the 134 precomposed Vietnamese ones;
/// anything else, "ü" or "5", gives a Letter that is false. A table look-up.
inline const Letter& letter_at(char32_t code_point) {
  return kLetters[letter_slot(code_point)];
}

/// Returns the code point of a letter: compose_letter('e', kCircumflex, 5, false) is 'ệ'; 0 when
/// the alphabet has none such ('b' with a tone).
char32_t compose_letter(char base, Shape shape, unsigned tone, bool upper);

/// What a letter outside the Vietnamese alphabet is found under.
struct ForeignLetter {
  bool word = false;       ///< a letter, a mark or a digit of some script: part of a word
  bool upper = false;      ///< upper case
  bool ideograph = false;  ///< a word by itself
};

/// Returns what kind of character a non-ASCII, non-Vietnamese `code_point` is.
ForeignLetter foreign_letter(char32_t code_point);

/// Appends `code_point` to `folded` in lower case without marks and to `key` in lower case: "Ü"
/// adds "u" and "ü". Characters that are no letters are appended as they are; marks only to `key`.
void append_foreign(char32_t code_point, std::string& folded, std::string& key);

}  // namespace tracuu
