#include "common/text/reading_score.h"

#include "common/text/letters.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

// Whether a marked word reads as a Vietnamese syllable: its letters spell one, its case is no
// salad ("quyƠt"), and a syllable that ends in c, ch, p or t has sắc or nặng, the only tones it
// can.
bool reads_as_syllable(std::string_view word) {
  bool lower_seen = false;
  for (std::size_t at = 0; at < word.size();) {
    const Letter& letter = letter_at(next_code_point(word, at));
    if (!letter || (letter.upper && lower_seen)) {
      return false;
    }
    lower_seen |= !letter.upper;
  }
  const SyllableForms forms = syllable_forms(word);
  if (!is_vietnamese_syllable(forms.folded)) {
    return false;
  }
  const bool stopped =
      std::string_view("cpt").find(forms.folded.back()) != std::string_view::npos ||
      forms.folded.ends_with("ch");
  return !stopped || forms.key.back() == '1' || forms.key.back() == '5';
}

bool in_word(char32_t code_point) {
  return letter_at(code_point) ||
         (code_point > 0xA0 && !(code_point >= 0x2000 && code_point < 0x2070));
}

}  // namespace

ReadingScore reading_score(std::string_view text) {
  ReadingScore score;
  std::size_t begin = 0;
  bool marked = false;
  const auto end_word = [&](std::size_t end, std::size_t next) {
    if (marked) {
      ++score.marked_words;
      score.syllables += reads_as_syllable(text.substr(begin, end - begin)) ? 1 : 0;
    }
    begin = next;
    marked = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t code_point = next_code_point(text, at);
    if (!in_word(code_point)) {
      end_word(here, at);
    }
    marked |= code_point >= 0x80 && in_word(code_point);
  }
  end_word(text.size(), text.size());
  return score;
}

}  // namespace tracuu
