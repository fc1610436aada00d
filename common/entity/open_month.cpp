#include "common/entity/open_month.h"

#include <algorithm>

#include "common/entity/date_cue.h"
#include "common/entity/date_words.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

constexpr int kMonths = 12;
constexpr int kHalfYear = 6;

/// The month written at token `index`, 0 for none.
int month_at(const TokenizedText& text, std::size_t index) {
  const Token& token = text.tokens[index];
  if (token.kind != Token::Kind::kNumber || token.span.size() > 2) {
    return 0;
  }
  int month = 0;
  for (const char digit : text.text_of(index)) {
    month = month * 10 + (digit - '0');
  }
  return month <= kMonths ? month : 0;
}

/// "mỗi tháng 2", "một tháng 3", "6 tháng 2": a span of time.
bool is_span_before(const TokenizedText& text, std::size_t word) {
  if (word == 0 || !gap_behind(text, word - 1).bare()) {
    return false;
  }
  const Token& before = text.tokens[word - 1];
  return before.kind != Token::Kind::kWord || date_word(before) == DateWord::kEvery ||
         before.folded == "tung" || before.folded == "may" || before.folded == "nua";
}

/// "tháng 2 lần", "tháng 10 triệu", "tháng 8/2": the number counts or goes on.
bool counts_or_goes_on(const TokenizedText& text, std::size_t number) {
  if (number + 1 >= text.tokens.size()) {
    return false;
  }
  const Gap gap = gap_behind(text, number);
  const Token& next = text.tokens[number + 1];
  if (next.kind != Token::Kind::kWord) {
    return gap.tight() || gap.bare() || gap.is('/') || gap.is('-');
  }
  if (!gap.bare() || gap.newline) {
    return gap.first == '%';
  }
  return is_measure(next) || is_yearly(text, number) || next.folded == "lan" ||
         next.folded == "gio" || next.folded == "ngay" || next.folded == "buoi" ||
         next.folded == "am" || next.folded == "nguoi" || next.folded == "nam";
}

DateMention dated(Span span, int month, Day published) {
  const int of_publication = static_cast<int>(static_cast<unsigned>(published.month()));
  const int year = static_cast<int>(published.year()) - (month > of_publication + kHalfYear);
  return {.span = span,
          .date = {.precision = DatePrecision::kMonth,
                   .year = static_cast<std::int16_t>(year),
                   .month = static_cast<std::uint8_t>(month)},
          .year_inferred = true};
}

}  // namespace

std::vector<DateMention> find_open_months(const TokenizedText& text, Day published,
                                          const std::vector<DateMention>& known) {
  std::vector<DateMention> months;
  auto next_known = known.begin();
  for (std::size_t word = 0; word + 1 < text.tokens.size(); ++word) {
    if (date_word(text.tokens[word]) != DateWord::kMonth || !gap_behind(text, word).blank()) {
      continue;
    }
    const int month = month_at(text, word + 1);
    if (month == 0 || is_span_before(text, word) || counts_or_goes_on(text, word + 1)) {
      continue;
    }
    const Span span{text.tokens[word].span.begin, text.tokens[word + 1].span.end};
    while (next_known != known.end() && next_known->span.end <= span.begin) {
      ++next_known;
    }
    if (next_known == known.end() || !next_known->span.overlaps(span)) {
      months.push_back(dated(span, month, published));
    }
  }
  return months;
}

}  // namespace tracuu
