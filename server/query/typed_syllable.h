#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

/// A syllable under the keys of an input method. Each function returns false, and changes nothing,
/// where its mark has no letter to stand on.
class TypedSyllable {
 public:
  enum class Mark { kNone, kCircumflex, kBreve, kHorn, kStroke };

  void add(char letter, Mark mark = Mark::kNone);
  /// Sets the tone, 0..5 as in SyllableForms::key; only 0 takes the place of another.
  bool set_tone(int tone);
  /// Makes the last plain `vowel` (a, e or o) one with a circumflex. Only consonants may stand
  /// behind it.
  bool put_circumflex(char vowel);
  /// Makes the last plain a, e or o one with a circumflex.
  bool put_circumflex();
  /// "uo" -> "ươ", else the last plain u or o.
  bool put_horn();
  bool put_breve();
  /// Whatever of horn and breve belongs there: "hoa" -> "hoă", "mua" -> "mưa".
  bool put_horn_or_breve();
  /// Makes the d at the beginning đ.
  bool put_stroke();

  bool has_vowel() const;

  /// Returns the syllable, tone mark on the vowel that bears it, upper and lower case as typed;
  /// nothing when it is none of Vietnamese.
  std::optional<std::string> written() const;

 private:
  struct Letter {
    char base;
    Mark mark;
  };

  static constexpr std::size_t kNowhere = std::string_view::npos;

  bool mark(std::size_t index, Mark mark);
  std::size_t last_plain(std::string_view bases) const;
  std::size_t tone_bearer() const;
  void complete_horns();

  std::vector<Letter> letters_;
  int tone_ = 0;
};

}  // namespace tracuu
