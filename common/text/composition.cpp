#include "common/text/composition.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

#include "common/text/character_spelling.h"

namespace tracuu {
namespace {

struct Normalizers {
  const icu::Normalizer2* nfc;
  const icu::Normalizer2* nfd;
};

const Normalizers& normalizers() {
  static const Normalizers both = [] {
    UErrorCode status = U_ZERO_ERROR;
    const Normalizers found{icu::Normalizer2::getNFCInstance(status),
                            icu::Normalizer2::getNFDInstance(status)};
    if (U_FAILURE(status)) {
      throw std::runtime_error(std::string("ICU has no normalization data: ") +
                               u_errorName(status));
    }
    return found;
  }();
  return both;
}

bool is_tone_mark(char16_t unit) {
  return unit == 0x300 || unit == 0x301 || unit == 0x303 || unit == 0x309;
}

// Repairs the marks of one decomposed letter: look-alike marks, and a tone typed before the
// circumflex or breve, which NFC would leave uncomposed ("a" + sắc + breve for ắ).
void repair_marks(icu::UnicodeString& letter) {
  const char16_t base = letter.charAt(0);
  if (base >= 0x80) {
    return;
  }
  for (int32_t at = 1; at < letter.length(); ++at) {
    letter.setCharAt(at, static_cast<char16_t>(vietnamese_mark(base, letter.charAt(at))));
  }
  int32_t first_tone = -1;
  for (int32_t at = 1; at < letter.length(); ++at) {
    const char16_t mark = letter.charAt(at);
    if (is_tone_mark(mark) && first_tone < 0) {
      first_tone = at;
    } else if (mark == 0x302 || mark == 0x306) {
      if (first_tone >= 0) {
        letter.remove(at, 1);
        letter.insert(first_tone, mark);
      }
      return;
    }
  }
}

}  // namespace

std::string composed(std::string_view utf8) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString nfc = normalizers().nfc->normalize(text, status);
  std::string out;
  return U_FAILURE(status) ? std::string(utf8) : nfc.toUTF8String(out);
}

bool begins_letter(char32_t code_point) {
  return code_point < 0x300 ||
         normalizers().nfc->hasBoundaryBefore(static_cast<UChar32>(code_point)) != 0;
}

bool is_composed(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  return u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES;
}

std::string compose_marks(std::u32string_view letter, std::size_t max_code_points) {
  icu::UnicodeString written;
  for (const char32_t code_point : letter) {
    written.append(static_cast<UChar32>(code_point));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString parts = normalizers().nfd->normalize(written, status);
  if (parts.hasMoreChar32Than(0, INT32_MAX, static_cast<int32_t>(max_code_points))) {
    parts.truncate(parts.moveIndex32(0, static_cast<int32_t>(max_code_points)));
  }
  repair_marks(parts);
  const icu::UnicodeString composed = normalizers().nfc->normalize(parts, status);
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU cannot normalize: ") + u_errorName(status));
  }
  std::string utf8;
  composed.toUTF8String(utf8);
  return utf8;
}

}  // namespace tracuu
