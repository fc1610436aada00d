#pragma once

#include <cstdint>
#include <string_view>

namespace tracuu {

/// What normalize() makes of one character, its neighbours apart.
struct Spelling {
  enum class Kind : std::uint8_t {
    kKept,      ///< stands as it is
    kDropped,   ///< invisible: zero-width, soft hyphen, control, variation selector
    kBlank,     ///< one of the blanks except line ends
    kLineEnd,   ///< '\n', '\r', U+0085, U+2028, U+2029
    kReplaced,  ///< written `text` instead
  };
  Kind kind = Kind::kKept;
  std::u32string_view text{};  ///< ASCII, or đ Đ; static
};

/// Returns the one spelling of `code_point`: U+2011 is "-", Ð is "Đ", "ﬁ" is "fi", Ａ is "A".
Spelling spelling_of(char32_t code_point);

/// Returns the Latin letter a Cyrillic `code_point` looks like, 0 when none: U+0430 is 'a'. It is
/// meant only inside words that hold Latin letters too.
char32_t latin_twin(char32_t code_point);

/// Returns the mark that stands for `mark` on `base` in Vietnamese, `mark` itself when it is no
/// slip: a caron on 'a' is the breve, an ogonek under 'e' the dot (`ǎ` for `ă`, `ę` for `ẹ`).
char32_t vietnamese_mark(char32_t base, char32_t mark);

}  // namespace tracuu
