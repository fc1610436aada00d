#include "common/text/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <string_view>

#include "common/text/utf8.h"

namespace tracuu {
namespace {

struct VowelRow {
  char folded;
  Shape shape;
  std::u32string_view lower;  // by tone: ngang, sắc, huyền, hỏi, ngã, nặng
  std::u32string_view upper;
};

constexpr std::array<VowelRow, 12> kVowels{{
    {'a', Shape::kNone, U"aáàảãạ", U"AÁÀẢÃẠ"},
    {'a', Shape::kBreve, U"ăắằẳẵặ", U"ĂẮẰẲẴẶ"},
    {'a', Shape::kCircumflex, U"âấầẩẫậ", U"ÂẤẦẨẪẬ"},
    {'e', Shape::kNone, U"eéèẻẽẹ", U"EÉÈẺẼẸ"},
    {'e', Shape::kCircumflex, U"êếềểễệ", U"ÊẾỀỂỄỆ"},
    {'i', Shape::kNone, U"iíìỉĩị", U"IÍÌỈĨỊ"},
    {'o', Shape::kNone, U"oóòỏõọ", U"OÓÒỎÕỌ"},
    {'o', Shape::kCircumflex, U"ôốồổỗộ", U"ÔỐỒỔỖỘ"},
    {'o', Shape::kHorn, U"ơớờởỡợ", U"ƠỚỜỞỠỢ"},
    {'u', Shape::kNone, U"uúùủũụ", U"UÚÙỦŨỤ"},
    {'u', Shape::kHorn, U"ưứừửữự", U"ƯỨỪỬỮỰ"},
    {'y', Shape::kNone, U"yýỳỷỹỵ", U"YÝỲỶỸỴ"},
}};

constexpr Letter make_letter(char folded, Shape shape, char32_t key, unsigned tone, bool upper) {
  Letter letter{folded, static_cast<std::uint8_t>(tone), shape, upper, 1, {}};
  if (key < 0x80) {
    letter.key[0] = static_cast<char>(key);
  } else {
    letter.key_size = 2;
    letter.key[0] = static_cast<char>(0xC0 | (key >> 6));
    letter.key[1] = static_cast<char>(0x80 | (key & 0x3F));
  }
  return letter;
}

constexpr std::array<Letter, kLetterSlots> make_letters() {
  std::array<Letter, kLetterSlots> letters{};
  for (char base = 'a'; base <= 'z'; ++base) {
    const auto code = static_cast<char32_t>(base);
    letters[letter_slot(code)] = make_letter(base, Shape::kNone, code, 0, false);
    letters[letter_slot(code - 0x20)] = make_letter(base, Shape::kNone, code, 0, true);
  }
  for (const VowelRow& row : kVowels) {
    for (unsigned tone = 0; tone < row.lower.size(); ++tone) {
      letters[letter_slot(row.lower[tone])] =
          make_letter(row.folded, row.shape, row.lower[0], tone, false);
      letters[letter_slot(row.upper[tone])] =
          make_letter(row.folded, row.shape, row.lower[0], tone, true);
    }
  }
  letters[letter_slot(U'đ')] = make_letter('d', Shape::kStroke, U'đ', 0, false);
  letters[letter_slot(U'Đ')] = make_letter('d', Shape::kStroke, U'đ', 0, true);
  return letters;
}

// Latin letters whose mark Unicode does not decompose.
struct Undecomposed {
  char32_t lower;
  std::string_view folded;
};
constexpr std::array<Undecomposed, 11> kUndecomposed{{
    {U'ß', "ss"},
    {U'æ', "ae"},
    {U'œ', "oe"},
    {U'ø', "o"},
    {U'ł', "l"},
    {U'ħ', "h"},
    {U'ŧ', "t"},
    {U'ı', "i"},
    {U'ɨ', "i"},
    {U'ð', "d"},
    {U'þ', "th"},
}};

bool is_mark(char32_t code_point) {
  return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & U_GC_M_MASK) != 0;
}

const icu::Normalizer2& decomposer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU has no NFD data: ") + u_errorName(status));
  }
  return *nfd;
}

}  // namespace

constexpr std::array<Letter, kLetterSlots> kLetters = make_letters();

char32_t compose_letter(char base, Shape shape, unsigned tone, bool upper) {
  if (base == 'd' && shape == Shape::kStroke && tone == 0) {
    return upper ? U'Đ' : U'đ';
  }
  for (const VowelRow& row : kVowels) {
    if (row.folded == base && row.shape == shape && tone < row.lower.size()) {
      return upper ? row.upper[tone] : row.lower[tone];
    }
  }
  const bool plain = shape == Shape::kNone && tone == 0 && base >= 'a' && base <= 'z';
  return plain ? static_cast<char32_t>(upper ? base - 0x20 : base) : 0;
}

ForeignLetter foreign_letter(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  ForeignLetter kind;
  kind.word = (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
  kind.upper = kind.word && (u_isupper(c) != 0 || u_istitle(c) != 0);
  kind.ideograph = kind.word && u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
  return kind;
}

void append_foreign(char32_t code_point, std::string& folded, std::string& key) {
  const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point)));
  append_utf8(key, lower);
  for (const Undecomposed& row : kUndecomposed) {
    if (row.lower == lower) {
      folded += row.folded;
      return;
    }
  }
  icu::UnicodeString parts;
  if (!decomposer().getDecomposition(static_cast<UChar32>(lower), parts)) {
    if (!is_mark(lower)) {
      append_utf8(folded, lower);
    }
    return;
  }
  for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
    const auto part = static_cast<char32_t>(parts.char32At(at));
    if (!is_mark(part)) {
      append_utf8(folded, part);
    }
  }
}

}  // namespace tracuu
