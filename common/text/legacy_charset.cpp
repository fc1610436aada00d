#include "common/text/legacy_charset.h"

#include <array>

#include "common/text/letters.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

// TCVN 5712:1993, VN3: the letters at A1 to FE, '-' where there is none.
constexpr char32_t kTcvn3First = 0xA1;
constexpr std::u32string_view kTcvn3 =
    U"ĂÂÊÔƠƯĐăâêôơưđ-"   // A1
    U"-----àảãáạ-ằẳẵắ-"  // B0
    U"------ặầẩẫấậè-ẻẽ"  // C0
    U"éẹềểễếệìỉ---ĩíịò"  // D0
    U"-ỏõóọồổỗốộờởỡớợù"  // E0
    U"-ủũúụừửữứựỳỷỹýỵ";  // F0

// How the letters of a word were typed, as far as their codes tell: TCVN3 has no capitals with a
// tone, these are the small letters in a font of capitals.
class WordCase {
 public:
  void add(const Letter& letter, bool told) {
    if (!told) {
      untold_ = true;
    } else if (letter.upper) {
      ++uppers_;
      inner_upper_ |= untold_;
    } else {
      lower_ = true;
    }
  }
  bool has_untold() const { return untold_; }

  // A capital in front may stand for a word of capitals or a name; the word before decides then.
  bool all_capitals(bool after_capitals) const {
    return !lower_ && (uppers_ >= 2 || inner_upper_ || (uppers_ == 1 && after_capitals));
  }

 private:
  std::size_t uppers_ = 0;
  bool untold_ = false;
  bool inner_upper_ = false;
  bool lower_ = false;
};

void raise_letters(std::u32string& text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    const Letter& letter = letter_at(text[at]);
    text[at] = compose_letter(letter.folded, letter.shape, letter.tone, true);
  }
}

std::u32string code_points_of(std::string_view utf8) {
  std::u32string code_points;
  code_points.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    code_points += next_code_point(utf8, at);
  }
  return code_points;
}

std::string utf8_of(std::u32string_view code_points) {
  std::string utf8;
  utf8.reserve(code_points.size() + code_points.size() / 2);
  for (const char32_t code_point : code_points) {
    append_utf8(utf8, code_point);
  }
  return utf8;
}

char32_t tcvn3_letter(char32_t latin) {
  const bool coded = latin >= kTcvn3First && latin - kTcvn3First < kTcvn3.size();
  const char32_t letter = coded ? kTcvn3[latin - kTcvn3First] : U'-';
  return letter == U'-' ? 0 : letter;
}

// A VNI mark stands behind its letter and says shape and tone at once.
struct VniMark {
  char32_t mark;
  Shape shape;
  unsigned tone;
};

constexpr auto kVniMarks = std::to_array<VniMark>({
    {U'ù', Shape::kNone, 1},
    {U'ø', Shape::kNone, 2},
    {U'û', Shape::kNone, 3},
    {U'õ', Shape::kNone, 4},
    {U'ï', Shape::kNone, 5},
    {U'â', Shape::kCircumflex, 0},
    {U'á', Shape::kCircumflex, 1},
    {U'à', Shape::kCircumflex, 2},
    {U'å', Shape::kCircumflex, 3},
    {U'ã', Shape::kCircumflex, 4},
    {U'ä', Shape::kCircumflex, 5},
    {U'ê', Shape::kBreve, 0},
    {U'é', Shape::kBreve, 1},
    {U'è', Shape::kBreve, 2},
    {U'ú', Shape::kBreve, 3},
    {U'ü', Shape::kBreve, 4},
    {U'ë', Shape::kBreve, 5},
});

// Letters VNI writes with one code: the bases of ơ and ư, đ, and i, y with their tones.
struct VniSingle {
  char32_t code;
  char base;
  Shape shape;
  unsigned tone;
};

constexpr auto kVniSingles = std::to_array<VniSingle>({
    {U'ô', 'o', Shape::kHorn, 0},
    {U'ö', 'u', Shape::kHorn, 0},
    {U'ñ', 'd', Shape::kStroke, 0},
    {U'í', 'i', Shape::kNone, 1},
    {U'ì', 'i', Shape::kNone, 2},
    {U'æ', 'i', Shape::kNone, 3},
    {U'ó', 'i', Shape::kNone, 4},
    {U'ò', 'i', Shape::kNone, 5},
    {U'î', 'y', Shape::kNone, 5},
});

// Latin-1 keeps its capitals 0x20 below; × and ÷ are no such pair.
bool latin1_upper(char32_t latin) {
  return latin >= 0xC0 && latin <= 0xDE && latin != 0xD7;
}
char32_t latin1_lower(char32_t latin) {
  return latin1_upper(latin) ? latin + 0x20 : latin;
}

char32_t vni_single(char32_t latin) {
  const char32_t lower = latin1_lower(latin);
  for (const VniSingle& row : kVniSingles) {
    if (row.code == lower) {
      return compose_letter(row.base, row.shape, row.tone, lower != latin);
    }
  }
  return 0;
}

// The letter that `base` and the mark behind it make, 0 when they make none: "b" or "i" take none,
// and only a has a breve.
char32_t vni_pair(char32_t base, char32_t behind) {
  const Letter& letter = letter_at(base);
  if (!letter || letter.tone != 0 || letter.folded == 'i') {
    return 0;
  }
  const char32_t lower = latin1_lower(behind);
  for (const VniMark& row : kVniMarks) {
    if (row.mark == lower) {
      const bool one_shape = row.shape == Shape::kNone || letter.shape == Shape::kNone;
      const Shape shape = row.shape == Shape::kNone ? letter.shape : row.shape;
      return one_shape ? compose_letter(letter.folded, shape, row.tone, letter.upper) : 0;
    }
  }
  return 0;
}

}  // namespace

std::string decode_tcvn3(std::string_view latin) {
  std::u32string text = code_points_of(latin);
  WordCase word;
  std::size_t word_begin = 0;
  bool after_capitals = false;
  const auto end_word = [&](std::size_t end) {
    if (word.has_untold()) {
      after_capitals = word.all_capitals(after_capitals);
      if (after_capitals) {
        raise_letters(text, word_begin, end);
      }
    }
    word = {};
    word_begin = end + 1;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t decoded = tcvn3_letter(text[at]);
    const bool told = decoded == 0 || letter_at(decoded).upper;
    text[at] = decoded == 0 ? text[at] : decoded;
    if (const Letter& letter = letter_at(text[at])) {
      word.add(letter, told);
    } else {
      end_word(at);
    }
  }
  end_word(text.size());
  return utf8_of(text);
}

std::string decode_vni(std::string_view latin) {
  const std::u32string codes = code_points_of(latin);
  std::u32string text;
  text.reserve(codes.size());
  for (std::size_t at = 0; at < codes.size(); ++at) {
    const char32_t single = vni_single(codes[at]);
    const char32_t base = single == 0 ? codes[at] : single;
    const char32_t pair = at + 1 < codes.size() ? vni_pair(base, codes[at + 1]) : 0;
    text += pair == 0 ? base : pair;
    at += pair == 0 ? 0 : 1;
  }
  return utf8_of(text);
}

}  // namespace tracuu
