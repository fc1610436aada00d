#include "common/entity/person_name.h"

#include <array>

#include "common/entity/unlisted_name.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostSyllables = 6;

bool is_capital_word(const Token& token) {
  return token.kind == Token::Kind::kWord && token.capitalized;
}

bool starts_title(const WordedText& words, std::size_t index) {
  constexpr std::array kTitles = {WordClass::kOffice, WordClass::kChair,    WordClass::kWhole,
                                  WordClass::kHead,   WordClass::kPosition, WordClass::kPrivate};
  if (words.is_plain(index)) {
    return false;
  }
  for (const auto title : kTitles) {
    // One syllable ("Phó", "Trưởng") may be a given name.
    if (words.phrase_length(title, index) > 1) {
      return true;
    }
  }
  return false;
}

bool starts_other_words(const WordedText& words, std::size_t index, std::size_t first) {
  const Token& token = words.token(index);
  // Shouted names end where the shouting does: "Ảnh: TỰ TRUNG", "Trần Hùng TTXVN".
  const bool one_letter = token.span.size() <= 2;
  if (!one_letter && token.all_caps != words.token(first).all_caps &&
      words.token(first).span.size() > 2) {
    return true;
  }
  if (words.is_plain(index)) {
    return false;
  }
  return starts_title(words, index) || words.starts(WordClass::kRank, index) ||
         (token.folded == "so" && words.starts(WordClass::kStateBody, index));
}

bool is_apostrophe(std::string_view gap) {
  return gap == "'" || gap == "' ";
}

/// Whether a family name stands at token `index`: a known one, or any before "Văn" and "Thị".
bool starts_with_family(const WordedText& words, std::size_t index) {
  return words.starts(WordClass::kFamily, index) || words.starts(WordClass::kHighland, index) ||
         (words.starts(WordClass::kMiddle, index + 1) && continues_capitals(words, index + 1) &&
          continues_capitals(words, index + 2) && !words.starts(WordClass::kUnit, index + 1));
}

/// Whether the word at `index` is the last of its clause: "Thuyết, nguyên Giám đốc".
bool closes_clause(const WordedText& words, std::size_t index) {
  if (index + 1 >= words.size()) {
    return false;
  }
  const auto gap = words.gap_before(index + 1);
  return gap == ", " || gap == ",\n" || gap == " - " || gap == " (";
}

/// Whether the word at `index` stands alone before what somebody does: "Hiển cho biết".
bool stands_before_verb(const WordedText& words, std::size_t index) {
  constexpr std::uint32_t kOthers = class_bit(WordClass::kAddress) |
                                    class_bit(WordClass::kStateBody) | class_bit(WordClass::kUnit) |
                                    class_bit(WordClass::kStatement) |
                                    class_bit(WordClass::kPlural);
  return index + 1 < words.size() && words.gap_before(index + 1) == " " &&
         !words.token(index + 1).capitalized && !words.may_start_any(kOthers, index) &&
         words.phrase_length(WordClass::kStatement, index + 1) > 1;
}

/// A line broken inside a name: "ông Nguyễn" / "Văn Hải", "ông Lê Đăng" / "Thuyết, Giám đốc", "bà
/// Tô Duy" / "Hiển cho biết".
bool continues_on_next_line(const WordedText& words, std::size_t index, std::size_t first) {
  if (words.gap_before(index) != "\n" || !is_capital_word(words.token(index)) ||
      !starts_with_family(words, first)) {
    return false;
  }
  return index == first + 1 || words.starts(WordClass::kMiddle, index - 1) ||
         (index <= first + 3 && (closes_clause(words, index) || stands_before_verb(words, index)));
}

std::size_t end_of_apostrophe_name(const WordedText& words, std::size_t index) {
  const Token& token = words.token(index);
  if ((token.folded != "h" && token.folded != "k") || index + 1 >= words.size() ||
      !is_apostrophe(words.gap_before(index + 1))) {
    return index;
  }
  std::size_t end = index + 2;
  while (end < index + kMostSyllables && end < words.size() && continues_capitals(words, end) &&
         !starts_other_words(words, end, index + 1)) {
    ++end;
  }
  return end;
}

std::size_t end_of_run(const WordedText& words, std::size_t index) {
  std::size_t end = index + 1;
  while (end < words.size() && end <= index + kMostSyllables) {
    const bool apostrophe =
        is_apostrophe(words.gap_before(end)) && words.token(end - 1).span.size() <= 2;
    const bool goes_on =
        continues_capitals(words, end) || continues_on_next_line(words, end, index);
    if (!apostrophe && (!goes_on || starts_other_words(words, end, index))) {
      break;
    }
    ++end;
  }
  return end;
}

bool spelled_as_name(const WordedText& words, std::size_t index, std::size_t end, NameCue cue) {
  if (!starts_with_family(words, index) && cue != NameCue::kPerson) {
    return false;
  }
  if (words.starts(WordClass::kHighland, index)) {
    return true;
  }
  // "Thạch Sa Rươl", "Liêu Thị Sà Phol": a family all know, then syllables of a people's own.
  const bool middle = words.starts(WordClass::kMiddle, index + 1);
  if (starts_with_family(words, index) && end > index + 1 && (cue != NameCue::kNone || middle) &&
      is_vietnamese_syllable(words.token(index).folded)) {
    return true;
  }
  for (std::size_t i = index; i < end; ++i) {
    const Token& token = words.token(i);
    const bool apostrophe = i + 1 < end && is_apostrophe(words.gap_before(i + 1));
    const bool after_apostrophe = i > index && is_apostrophe(words.gap_before(i));
    if (!apostrophe && !after_apostrophe && !is_vietnamese_syllable(token.folded)) {
      return false;
    }
  }
  return true;
}

/// Whether the capitals [index, end) are the name of a unit and a person's name behind it:
/// "xã Lê Lợi Nguyễn Văn Tám", "huyện Cư M'gar"; two syllables behind a commune's word are its
/// name.
bool begins_with_unit_name(const WordedText& words, std::size_t index, std::size_t end) {
  if (index == 0 || words.gap_before(index) != " ") {
    return false;
  }
  if (!words.starts(WordClass::kUnit, index - 1) && words.token(index - 1).folded != "tran") {
    return false;
  }
  const auto& unit = words.token(index - 1).folded;
  // "phường Nguyễn Thị Oanh Vũ": a family and its "Thị" part from no unit's name but a namesake's.
  if (words.starts(WordClass::kFamily, index) && words.starts(WordClass::kMiddle, index + 1) &&
      end > index + 2 && !words.starts(WordClass::kNamesake, index)) {
    return false;
  }
  const bool commune = unit == "xa" || unit == "phuong" || unit == "tran" || unit == "thon";
  if (commune && end == index + 2) {
    return true;
  }
  for (std::size_t i = index + 1; i < end; ++i) {
    if (is_apostrophe(words.gap_before(i)) && !words.starts(WordClass::kHighland, index)) {
      return true;
    }
  }
  for (std::size_t name = index + 1; name + 3 <= end; ++name) {
    // "huyện Võ Thị Ngân": the family stands before its "Thị", which is one too.
    if (words.starts(WordClass::kFamily, name) && !words.starts(WordClass::kMiddle, name) &&
        spelled_as_name(words, name, end, NameCue::kNone)) {
      return true;
    }
  }
  return false;
}

/// Whether the capitals [index, end) are a place, the words of a body, or a place and a name.
bool is_other_than_person(const WordedText& words, std::size_t index, std::size_t end,
                          NameCue cue) {
  const std::size_t field = words.phrase_length(WordClass::kField, index);
  if (field > 1 && (index + field >= end || words.starts(WordClass::kForeign, index + field) ||
                    end_of_full_name(words, index + field, NameCue::kNone) > index + field)) {
    return true;  // "Công Thương Nguyễn Sinh Tân"
  }
  const std::size_t foreign = words.phrase_length(WordClass::kForeign, index);
  if (foreign > 1 && (cue == NameCue::kBody || index + foreign >= end)) {
    return true;  // "Thủ tướng Thái Lan Prayut"
  }
  const std::size_t place = end_of_place(words, index);
  if (place == index) {
    return begins_with_unit_name(words, index, end);
  }
  return place >= end || end_of_full_name(words, place, NameCue::kNone) > place ||
         is_name_by_place(words, place, end, cue);
}

}  // namespace

bool continues_capitals(const WordedText& words, std::size_t index) {
  return index < words.size() && words.gap_before(index) == " " &&
         is_capital_word(words.token(index));
}

std::size_t end_of_place(const WordedText& words, std::size_t index) {
  const std::size_t length = words.phrase_length(WordClass::kPlace, index);
  if (length == 0) {
    return index;
  }
  for (std::size_t i = index; i < index + length; ++i) {
    const Token& token = words.token(i);
    if (token.kind == Token::Kind::kWord && !token.capitalized) {
      return index;
    }
  }
  return index + length;
}

std::size_t end_of_full_name(const WordedText& words, std::size_t index, NameCue cue) {
  if (index >= words.size() || !is_capital_word(words.token(index))) {
    return index;
  }
  if (const auto end = end_of_apostrophe_name(words, index); end > index) {
    return end;
  }
  const bool known = cue == NameCue::kPerson || starts_with_family(words, index);
  if (!known && !continues_capitals(words, index + 2)) {
    return index;
  }
  std::size_t end = end_of_run(words, index);
  if (!known) {
    return is_name_by_place(words, index, end, cue) ? end : index;
  }
  // "Đoàn Đại biểu": the last capital begins a word that goes on in small letters.
  if (end < words.size() && cue != NameCue::kPerson &&
      words.phrase_length(WordClass::kField, end - 1) > 1) {
    --end;
  }
  const bool in_bounds = end >= index + 2 && end <= index + kMostSyllables;
  if (!in_bounds || !spelled_as_name(words, index, end, cue)) {
    return index;
  }
  if (cue != NameCue::kPerson && is_other_than_person(words, index, end, cue)) {
    return index;
  }
  return end;
}

std::size_t end_of_short_name(const WordedText& words, std::size_t index) {
  // "Phát biểu chỉ đạo" names nobody.
  if (index >= words.size() || !is_capital_word(words.token(index)) ||
      words.phrase_length(WordClass::kStatement, index) > 1) {
    return index;
  }
  const std::size_t end = end_of_run(words, index);
  if (end > index + 2) {
    return index;
  }
  for (std::size_t i = index; i < end; ++i) {
    if (!is_vietnamese_syllable(words.token(i).folded)) {
      return index;
    }
  }
  return end;
}

}  // namespace tracuu
