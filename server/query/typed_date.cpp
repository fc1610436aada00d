#include "server/query/typed_date.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/date.h"
#include "common/entity/token_gap.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

/// Returns whether token `index` is `word`: with its marks, or without where none are typed at all.
bool is_word(const TypedText& typed, std::size_t index, std::string_view word) {
  const Token& token = typed.text.tokens[index];
  const SyllableForms forms = syllable_forms(word);
  return token.key == forms.key || (!typed.any_marked && token.folded == forms.folded);
}

/// Returns whether the "nam" at `index` is the south and no year: "viet nam 2020".
bool is_south(const TypedText& typed, std::size_t index) {
  constexpr std::array<std::string_view, 5> kBefore = {"viet", "mien", "phia", "dong", "tay"};
  return index > 0 && !typed.text.tokens[index].marked &&
         std::find(kBefore.begin(), kBefore.end(), typed.text.tokens[index - 1].folded) !=
             kBefore.end();
}

bool is_mark(const Gap& gap) {
  return gap.is('/') || gap.is('-') || gap.is('.');
}

/// Returns whether tokens `index` and the next one stand beside each other or around one of '/',
/// '-' and '.'.
bool joined(const TypedText& typed, std::size_t index) {
  const Gap gap = gap_behind(typed.text, index);
  return gap.blank() || is_mark(gap);
}

std::optional<std::string> digits_at(const TypedText& typed, TokenRange range, std::size_t index,
                                     std::size_t most) {
  if (index >= range.end || typed.text.tokens[index].kind != Token::Kind::kNumber ||
      typed.text.tokens[index].span.size() > most) {
    return std::nullopt;
  }
  return std::string(typed.text.text_of(index));
}

TypedEntity entity_of(const TypedText& typed, FieldId field, TokenRange tokens, std::string value,
                      std::string label) {
  return {.tokens = tokens,
          .name_span = typed.span_of(tokens),
          .field = field,
          .terms = {filter_term(field, value)},
          .soft = true,
          .code = {},
          .kind = field == FieldId::kYear ? "year" : "month",
          .value = std::move(value),
          .label = std::move(label)};
}

std::optional<TypedEntity> year_at(const TypedText& typed, TokenRange range) {
  const auto year = digits_at(typed, range, range.begin + 1, 4);
  if (!year || is_south(typed, range.begin) || !gap_behind(typed.text, range.begin).blank()) {
    return std::nullopt;
  }
  const std::size_t behind = range.begin + 2;
  if (digits_at(typed, range, behind, 4) && is_mark(gap_behind(typed.text, behind - 1))) {
    return std::nullopt;  // "năm 2016-2020"
  }
  const auto date = parse_iso(*year);
  if (!date || date->precision != DatePrecision::kYear) {
    return std::nullopt;
  }
  return entity_of(typed, FieldId::kYear, {range.begin, range.begin + 2}, *year, "năm " + *year);
}

std::optional<TypedEntity> month_at(const TypedText& typed, TokenRange range) {
  const auto month = digits_at(typed, range, range.begin + 1, 2);
  if (!month || !gap_behind(typed.text, range.begin).blank()) {
    return std::nullopt;
  }
  std::size_t at = range.begin + 2;
  if (at < range.end && is_word(typed, at, "năm")) {
    ++at;
  }
  const auto year = digits_at(typed, range, at, 4);
  if (!year || !joined(typed, at - 1)) {
    return std::nullopt;
  }
  std::string value = *year + (month->size() == 1 ? "-0" : "-") + *month;
  const auto date = parse_iso(value);
  if (!date || date->precision != DatePrecision::kMonth) {
    return std::nullopt;
  }
  std::string label = "tháng " + std::to_string(date->month) + '/' + *year;
  return entity_of(typed, FieldId::kMonth, {range.begin, at + 1}, std::move(value),
                   std::move(label));
}

}  // namespace

std::optional<TypedEntity> date_typed_at(const TypedText& typed, TokenRange range) {
  if (is_word(typed, range.begin, "năm")) {
    return year_at(typed, range);
  }
  return is_word(typed, range.begin, "tháng") ? month_at(typed, range) : std::nullopt;
}

std::size_t end_of_date(const TypedText& typed, TokenRange range) {
  std::size_t at = range.begin;
  if (at < range.end && is_word(typed, at, "ngày")) {
    ++at;
  }
  for (const std::string_view word : {"tháng", "năm", ""}) {
    if (!digits_at(typed, range, at, word.empty() ? 4 : 2)) {
      return range.begin;
    }
    if (word.empty()) {
      return at + 1;
    }
    const bool worded = at + 1 < range.end && is_word(typed, at + 1, word);
    if (!worded && !is_mark(gap_behind(typed.text, at))) {
      return range.begin;
    }
    at += worded ? 2 : 1;
  }
  return range.begin;
}

}  // namespace tracuu
