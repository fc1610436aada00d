#include "server/query/typed_syllable.h"

#include <algorithm>
#include <array>

#include "common/text/normalize.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

constexpr std::string_view kVowels = "aeiouy";

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_vowel(char letter) {
  return kVowels.find(lower(letter)) != std::string_view::npos;
}

/// Combining characters, which normalization composes with the letter before them.
constexpr std::array<std::string_view, 6> kToneMarks = {"",       "\u0301", "\u0300",
                                                        "\u0309", "\u0303", "\u0323"};

std::string_view combining(TypedSyllable::Mark mark) {
  switch (mark) {
    case TypedSyllable::Mark::kCircumflex:
      return "\u0302";
    case TypedSyllable::Mark::kBreve:
      return "\u0306";
    case TypedSyllable::Mark::kHorn:
      return "\u031B";
    case TypedSyllable::Mark::kNone:
    case TypedSyllable::Mark::kStroke:
      break;
  }
  return "";
}

/// Syllables that end in a stop have one of two tones.
bool bears_tone(std::string_view folded, int tone) {
  const bool stop = folded.ends_with('p') || folded.ends_with('t') || folded.ends_with('c') ||
                    folded.ends_with("ch");
  return !stop || tone == 1 || tone == 5;
}

}  // namespace

void TypedSyllable::add(char letter, Mark mark) {
  letters_.push_back({letter, mark});
}

bool TypedSyllable::has_vowel() const {
  return std::any_of(letters_.begin(), letters_.end(),
                     [](const Letter& letter) { return is_vowel(letter.base); });
}

bool TypedSyllable::set_tone(int tone) {
  if (!has_vowel() || tone == tone_ || (tone != 0 && tone_ != 0)) {
    return false;
  }
  tone_ = tone;
  return true;
}

bool TypedSyllable::mark(std::size_t index, Mark mark) {
  if (index == kNowhere) {
    return false;
  }
  letters_[index].mark = mark;
  return true;
}

std::size_t TypedSyllable::last_plain(std::string_view bases) const {
  for (std::size_t i = letters_.size(); i-- > 0;) {
    if (letters_[i].mark == Mark::kNone &&
        bases.find(lower(letters_[i].base)) != std::string_view::npos) {
      return i;
    }
  }
  return kNowhere;
}

bool TypedSyllable::put_circumflex(char vowel) {
  const std::size_t index = last_plain({&vowel, 1});
  // "khoeo" has its second o behind another vowel: a letter, no mark.
  const bool reachable =
      index != kNowhere &&
      std::none_of(letters_.begin() + static_cast<std::ptrdiff_t>(index) + 1, letters_.end(),
                   [](const Letter& letter) { return is_vowel(letter.base); });
  return reachable && mark(index, Mark::kCircumflex);
}

bool TypedSyllable::put_circumflex() {
  return mark(last_plain("aeo"), Mark::kCircumflex);
}

bool TypedSyllable::put_horn() {
  const std::size_t index = last_plain("uo");
  if (index != kNowhere && index > 0 && lower(letters_[index].base) == 'o' &&
      lower(letters_[index - 1].base) == 'u' &&
      (index == 1 || lower(letters_[index - 2].base) != 'q')) {
    letters_[index - 1].mark = Mark::kHorn;
  }
  return mark(index, Mark::kHorn);
}

bool TypedSyllable::put_breve() {
  return mark(last_plain("a"), Mark::kBreve);
}

bool TypedSyllable::put_horn_or_breve() {
  const std::size_t index = last_plain("auo");
  if (index == kNowhere || lower(letters_[index].base) != 'a') {
    return put_horn();
  }
  // "uă" there is behind q only.
  const bool behind_u = index > 0 && lower(letters_[index - 1].base) == 'u' &&
                        (index == 1 || lower(letters_[index - 2].base) != 'q');
  return behind_u ? mark(index - 1, Mark::kHorn) : mark(index, Mark::kBreve);
}

bool TypedSyllable::put_stroke() {
  const bool plain =
      !letters_.empty() && lower(letters_[0].base) == 'd' && letters_[0].mark == Mark::kNone;
  return plain && mark(0, Mark::kStroke);
}

/// The tone stands on the marked vowel, the last of two; else on the only vowel, before a final
/// consonant on the last, and at the end on the last but one: "hòa", "người", "của".
std::size_t TypedSyllable::tone_bearer() const {
  std::size_t first = 0;
  while (first < letters_.size() && !is_vowel(letters_[first].base)) {
    ++first;
  }
  // The u of "qu" and the i of "gi" belong to the onset, unless no vowel follows: "gì".
  const bool glide =
      first > 0 && first + 1 < letters_.size() && is_vowel(letters_[first + 1].base) &&
      ((lower(letters_[first - 1].base) == 'q' && lower(letters_[first].base) == 'u') ||
       (lower(letters_[first - 1].base) == 'g' && lower(letters_[first].base) == 'i'));
  first += glide ? 1 : 0;
  std::size_t end = first;
  std::size_t marked = kNowhere;
  for (; end < letters_.size() && is_vowel(letters_[end].base); ++end) {
    marked = letters_[end].mark != Mark::kNone ? end : marked;
  }
  if (marked != kNowhere) {
    return marked;
  }
  const bool closed = end < letters_.size();
  return closed || end - first == 1 ? end - 1 : end - 2;
}

/// Half of "ươ" is never written before a consonant, and both never at the end: "thuở".
void TypedSyllable::complete_horns() {
  for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
    Letter& u = letters_[i];
    Letter& o = letters_[i + 1];
    if (lower(u.base) != 'u' || lower(o.base) != 'o' || u.mark != Mark::kHorn) {
      continue;
    }
    if (i + 2 == letters_.size()) {
      u.mark = o.mark == Mark::kHorn ? Mark::kNone : u.mark;
    } else {
      o.mark = Mark::kHorn;
    }
  }
}

std::optional<std::string> TypedSyllable::written() const {
  std::string folded;
  for (const Letter& letter : letters_) {
    folded.push_back(lower(letter.base));
  }
  if (!has_vowel() || !is_vietnamese_syllable(folded) || !bears_tone(folded, tone_)) {
    return std::nullopt;
  }
  TypedSyllable whole = *this;
  whole.complete_horns();
  const std::size_t bearer = tone_bearer();
  std::string out;
  for (std::size_t i = 0; i < whole.letters_.size(); ++i) {
    const Letter& letter = whole.letters_[i];
    if (letter.mark == Mark::kStroke) {
      out.append(letter.base == 'D' ? "Đ" : "đ");
      continue;
    }
    out.append(1, letter.base).append(combining(letter.mark));
    out.append(i == bearer ? kToneMarks[static_cast<std::size_t>(tone_)] : "");
  }
  return normalized(out);
}

}  // namespace tracuu
