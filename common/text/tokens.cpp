#include "common/text/tokens.h"

#include <algorithm>
#include <array>

#include "common/text/letters.h"
#include "common/text/syllable.h"
#include "common/text/syllable_builder.h"
#include "common/text/utf8.h"
#include "common/text/word_table.h"

namespace tracuu {
namespace {

// Abbreviations written with a dot before a capital, as they stand in the text.
constexpr auto kDotted = std::to_array<std::string_view>(
    {"BS",  "BSCKI", "BSCKII", "CN",   "CVC", "DS",   "Dr",   "GS",  "Gs",   "KS",   "KTS",  "LS",
     "Lt",  "Mr",    "Mrs",    "Ms",   "NB",  "NGND", "NGƯT", "NNC", "NS",   "NSND", "NSƯT", "No",
     "Nxb", "PGS",   "Pgs",    "Prof", "Q",   "St",   "TP",   "TS",  "TSKH", "TT",   "TX",   "Th",
     "ThS", "Ths",   "Tp",     "Tr",   "Ts",  "Tx",   "Vol",  "st",  "tp",   "tr",   "tx"});

struct CharacterKind {
  bool letter = false;
  bool upper = false;
  bool alone = false;  // an ideograph
};

CharacterKind kind_of(char32_t code_point) {
  if (const Letter& letter = letter_at(code_point)) {
    return {true, letter.upper, false};
  }
  if (code_point < 0x80) {
    return {};
  }
  const ForeignLetter foreign = foreign_letter(code_point);
  return {foreign.word, foreign.upper, foreign.ideograph};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_terminator(char32_t code_point) {
  return code_point == '.' || code_point == '!' || code_point == '?' || code_point == U'…' ||
         code_point == U'。';
}

bool is_bullet(char32_t code_point) {
  return code_point == ';' || code_point == U'•' || code_point == U'●' || code_point == U'▪' ||
         code_point == U'■' || code_point == U'◦' || code_point == U'►' || code_point == U'➢' ||
         code_point == U'✔' || code_point == U'◆' || code_point == U'\uF0B7' ||
         code_point == U'\uF0A7';
}

bool opens_sentence(std::string_view gap, bool capitalized) {
  bool ended = false;
  bool blank_after_end = false;
  for (std::size_t at = 0; at < gap.size();) {
    const char32_t code_point = next_code_point(gap, at);
    if (code_point == '\n' || is_bullet(code_point)) {
      return true;
    }
    ended |= is_terminator(code_point);
    blank_after_end |= ended && code_point == ' ';
    if (blank_after_end && code_point == '"') {
      return true;
    }
  }
  return blank_after_end && capitalized;
}

void set_forms(std::string_view text, Span span, SyllableBuilder& forms, Token& token) {
  token.span = span;
  if (forms.fits()) {
    forms.finish(token.folded, token.key, token.marked);
  } else {
    SyllableForms foreign = syllable_forms(slice(text, span));
    token.folded = std::move(foreign.folded);
    token.key = std::move(foreign.key);
    token.marked = foreign.marked;
  }
  token.key_hash = word_hash(token.key);
}

}  // namespace

bool TokenReader::next(Token& token) {
  while (at_ < text_.size()) {
    std::size_t behind = at_;
    const char32_t code_point = next_code_point(text_, behind);
    if (code_point < 0x80 && is_digit(static_cast<char>(code_point))) {
      read_number(token);
    } else if (kind_of(code_point).letter) {
      read_word(code_point, behind, token);
    } else {
      at_ = behind;
      continue;
    }
    // A mark without a letter under it: nothing to search by.
    if (!token.folded.empty()) {
      before_ = {token.span, token.kind == Token::Kind::kWord ? token.folded.size() : 0,
                 token.capitalized, true};
      return true;
    }
  }
  return false;
}

void TokenReader::read_number(Token& token) {
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_digit(text_[at_])) {
    ++at_;
  }
  CharacterKind behind;
  if (at_ < text_.size()) {
    std::size_t next = at_;
    behind = kind_of(next_code_point(text_, next));
    behind.letter &= !behind.alone && !letter_at_offset(next);
    at_ = behind.letter ? next : at_;
  }
  SyllableBuilder forms;
  for (std::size_t i = begin; i < at_ && forms.fits();) {
    forms.add(next_code_point(text_, i));
  }
  set_forms(text_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}, forms,
            token);
  token.kind = behind.letter ? Token::Kind::kMixed : Token::Kind::kNumber;
  token.capitalized = behind.letter && behind.upper;
  token.all_caps = false;
  token.starts_sentence = starts_sentence(token, false);
}

void TokenReader::read_word(char32_t code_point, std::size_t next, Token& token) {
  const CharacterKind first = kind_of(code_point);
  const std::size_t begin = at_;
  std::size_t letters = 1;
  std::size_t uppers = first.upper ? 1 : 0;
  SyllableBuilder forms;
  forms.add(code_point);
  at_ = next;
  while (!first.alone && at_ < text_.size()) {
    code_point = next_code_point(text_, next);
    const CharacterKind kind = kind_of(code_point);
    if (!kind.letter || kind.alone) {
      break;
    }
    forms.add(code_point);
    ++letters;
    uppers += kind.upper ? 1 : 0;
    at_ = next;
  }
  set_forms(text_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}, forms,
            token);
  token.kind = Token::Kind::kWord;
  token.capitalized = first.upper;
  token.all_caps = letters >= 2 && uppers == letters;
  token.starts_sentence = starts_sentence(token, first.upper);
}

bool TokenReader::letter_at_offset(std::size_t offset) const {
  return offset < text_.size() && kind_of(next_code_point(text_, offset)).letter;
}

// Whether `token` does, a word with a capital when `capitalized`.
bool TokenReader::starts_sentence(const Token& token, bool capitalized) const {
  if (!before_.any) {
    return true;
  }
  const std::string_view gap = slice(text_, {before_.span.end, token.span.begin});
  if (gap.size() <= 1 && gap != "\n" && gap != ";") {
    return false;
  }
  if (gap == ". " && ends_in_abbreviation()) {
    return false;
  }
  return opens_sentence(gap, capitalized);
}

// Whether the dot behind the last token belongs to it: "TP.", "ThS.", or an initial, "Nguyễn V.".
bool TokenReader::ends_in_abbreviation() const {
  if (before_.letters == 0) {
    return false;
  }
  if (before_.capitalized && before_.letters == 1) {
    return true;
  }
  const std::string_view written = slice(text_, before_.span);
  if (written == "c") {
    return text_.substr(0, before_.span.begin).ends_with("/");  // Đ/c.
  }
  return std::binary_search(kDotted.begin(), kDotted.end(), written);
}

std::vector<Token> tokenize(std::string_view normalized) {
  std::vector<Token> tokens;
  // News text has a token every five to six bytes.
  tokens.reserve(normalized.size() / 5 + 1);
  TokenReader reader(normalized);
  while (reader.next(tokens.emplace_back())) {
  }
  tokens.pop_back();
  return tokens;
}

std::string_view TokenizedText::gap_after(std::size_t index) const {
  const std::size_t begin = tokens[index].span.end;
  const std::size_t end =
      index + 1 < tokens.size() ? tokens[index + 1].span.begin : normalized.size();
  return normalized.substr(begin, end - begin);
}

}  // namespace tracuu
