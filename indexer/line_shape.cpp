#include "indexer/line_shape.h"

#include <algorithm>
#include <iterator>

#include "common/text/syllable.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(std::string_view text, std::size_t at, std::size_t& length) {
  length = 1;
  if (text[at] == ' ' || text[at] == '\t') {
    return true;
  }
  length = 2;
  return text[at] == '\xC2' && text.substr(at, 2) == "\xC2\xA0";
}

std::size_t count_wide_gaps(std::string_view written) {
  std::size_t gaps = 0;
  std::size_t run = 0;
  std::size_t length = 1;
  for (std::size_t i = 0; i<written.size(); i += run> 0 ? length : 1) {
    run = is_blank(written, i, length) ? run + 1 : 0;
    gaps += run == 2 ? 1 : 0;
  }
  return gaps;
}

/// Cuts a bracket behind a sentence: "... từ tháng sau. (Trần Hoài)".
std::string_view without_bracket(std::string_view normalized) {
  const std::size_t open = normalized.ends_with(')') ? normalized.rfind(" (") : 0;
  const bool behind_sentence =
      open != std::string_view::npos && open > 1 &&
      std::string_view(".!?\"").find(normalized[open - 1]) != std::string_view::npos;
  return behind_sentence ? normalized.substr(0, open) : normalized;
}

/// Looks at the end of a line, closing quotes and brackets aside.
void read_end(std::string_view normalized, LineShape& shape) {
  normalized = without_bracket(normalized);
  std::size_t end = normalized.size();
  while (end > 0 &&
         std::string_view("\"')]} ").find(normalized[end - 1]) != std::string_view::npos) {
    --end;
  }
  const std::string_view text = normalized.substr(0, end);
  if (text.empty()) {
    return;
  }
  const bool ellipsis = text.ends_with("...") || text.ends_with("\u2026");
  shape.ends_statement =
      !ellipsis && std::string_view(".:;").find(text.back()) != std::string_view::npos;
  shape.ends_sentence =
      shape.ends_statement || ellipsis || text.back() == '?' || text.back() == '!';
}

bool is_bullet(std::string_view normalized) {
  constexpr std::string_view kBullets[] = {"- ",     "+ ",      "* ",     "\u2022", "\u00B7",
                                           "\u25AA", "\u25CF",  "\u00BB", "> ",     ">>",
                                           "o ",     "\u2212 ", "\u2023", "\u2013 "};
  if (std::any_of(std::begin(kBullets), std::end(kBullets),
                  [&](std::string_view bullet) { return normalized.starts_with(bullet); })) {
    return true;
  }
  std::size_t digits = 0;
  while (digits < normalized.size() && digits < 3 && normalized[digits] >= '0' &&
         normalized[digits] <= '9') {
    ++digits;
  }
  if (digits == 0 && normalized.size() > 2 && normalized[0] >= 'a' && normalized[0] <= 'h') {
    digits = 1;
  }
  return digits > 0 && digits + 1 < normalized.size() &&
         (normalized[digits] == '.' || normalized[digits] == ')') && normalized[digits + 1] == ' ';
}

void read_words(LineShape& shape) {
  const std::string_view text = shape.folded;
  shape.words.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1);
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word_byte(text[i])) {
      shape.bars += text[i] == '|' || text[i] == '>' ? 1 : 0;
      ++i;
      continue;
    }
    std::size_t end = i;
    bool digits = true;
    while (end < text.size() && is_word_byte(text[end])) {
      digits = digits && text[end] >= '0' && text[end] <= '9';
      ++end;
    }
    const std::string_view word = text.substr(i, end - i);
    if (word.starts_with("\u00BB") || word.starts_with("\u2022")) {
      ++shape.bars;
    } else {
      shape.words.emplace_back(word);
      shape.numbers += digits ? 1 : 0;
    }
    i = end;
  }
}

}  // namespace

bool LineShape::opens_with(std::string_view opening) const {
  return std::string_view(folded).starts_with(opening) &&
         (folded.size() == opening.size() || !is_word_byte(folded[opening.size()]));
}

LineShape shape_of(std::string_view written, std::string_view normalized) {
  LineShape shape;
  shape.columns =
      static_cast<std::size_t>(std::count_if(normalized.begin(), normalized.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      }));
  read_end(normalized, shape);
  if (shape.columns <= kShortLineColumns && !normalized.empty()) {
    shape.folded = fold(normalized);
    shape.wide_gaps = count_wide_gaps(written);
    shape.bullet = is_bullet(normalized);
    read_words(shape);
  }
  if (!normalized.empty()) {
    // A letter is small when folding keeps it: fold() lowers capitals and takes marks off.
    const std::string_view head = clip_utf8(normalized, 4);
    std::size_t offset = 0;
    const char32_t first = next_code_point(head, offset);
    shape.begins_lower = (first >= U'a' && first <= U'z') || (first >= 0xE0 && first <= 0xFF) ||
                         first == 0x111 || first == 0x103 || first == 0x1A1 || first == 0x1B0 ||
                         (first >= 0x1EA0 && first <= 0x1EF9 && first % 2 == 1);
  }
  return shape;
}

}  // namespace tracuu
