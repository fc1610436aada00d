#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// The forms under which one written syllable or word is found.
struct SyllableForms {
  /// Lower-case letters without any mark, đ as d: "Hoà" -> "hoa".
  std::string folded;
  /// Canonical key: lower-case letters keeping ă â ê ô ơ ư đ, then the tone of the whole syllable
  /// as a digit (1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng; none for ngang), so that wherever the tone
  /// mark was put the key is the same: "hòa", "hoà" -> "hoa2", "cuả", "của" -> "cua3". A bare i or
  /// y after h k l m n s t v x b or qu is written i: "lý", "lí" -> "li1".
  std::string key;
  /// Whether any mark or đ is written.
  bool marked = false;
};

/// Returns the forms of one word. REQUIRES: `word` is normalized.
SyllableForms syllable_forms(std::string_view word);

/// Returns `normalized` folded as a whole, blanks, punctuation and digits kept:
/// fold("Nghị quyết 36") is "nghi quyet 36".
std::string fold(std::string_view normalized);

/// Returns whether `folded` can be a Vietnamese syllable when marks are put on it: onset + rhyme by
/// the orthography ("nghieng", "quyet"; not "test", "print").
bool is_vietnamese_syllable(std::string_view folded);

/// Returns whether `normalized` is a syllable that carries little meaning alone ("của", "và",
/// "the"); decided on the canonical key, so "và" is one and "vá" is not.
bool is_stop_syllable(std::string_view key);

}  // namespace tracuu
