#include "common/entity/document_scanner.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/entity/code_group.h"
#include "common/entity/document_code.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

/// The digits of a number, its letter and its year.
struct Head {
  DocumentNumber number;
  std::size_t end = 0;
};

bool is_token(const TokenizedText& text, std::size_t index, Token::Kind kind) {
  return index < text.tokens.size() && text.tokens[index].kind == kind;
}

std::int32_t digits_of(std::string_view written) {
  std::int32_t value = 0;
  for (const char character : written) {
    if (character < '0' || character > '9') {
      break;
    }
    value = value * 10 + (character - '0');
  }
  return value;
}

bool is_year_token(const TokenizedText& text, std::size_t index) {
  if (!is_token(text, index, Token::Kind::kNumber) || text.text_of(index).size() != 4) {
    return false;
  }
  const std::int32_t value = digits_of(text.text_of(index));
  return value >= 1945 && value <= 2100;
}

/// Whether '/', '-' or the like parts two pieces of one number. Over a line end only a mark that
/// hangs on the piece before it does, because a mark that begins a line is a bullet.
bool parts(const Gap& gap, std::string_view marks) {
  return gap.first != 0 && gap.first == gap.last &&
         marks.find(gap.first) != std::string_view::npos && (!gap.newline || !gap.blank_before);
}

std::optional<Head> read_head(const TokenizedText& text, std::size_t index) {
  constexpr std::size_t kMostDigits = 6;
  const Token& token = text.tokens[index];
  if (token.kind == Token::Kind::kWord) {
    return std::nullopt;
  }
  const std::string_view written = text.text_of(index);
  const std::size_t digits = written.find_first_not_of("0123456789");
  if (std::min(digits, written.size()) > kMostDigits) {
    return std::nullopt;
  }
  Head head;
  head.number.number = digits_of(written);
  head.end = index + 1;
  if (token.kind == Token::Kind::kMixed) {
    head.number.suffix = token.key.substr(std::min(digits, token.key.size()));
    // The key of a letter with a tone, "1Á", ends in a digit: no number is written so.
    if (head.number.suffix.find_first_of("12345") != std::string::npos) {
      return std::nullopt;
    }
  }
  // "1.734/QĐ-UBND": a point between thousands.
  if (digits == std::string_view::npos && written.size() <= 3 && gap_behind(text, index).is('.') &&
      gap_behind(text, index).tight() && is_token(text, index + 1, Token::Kind::kNumber) &&
      text.text_of(index + 1).size() == 3 && parts(gap_behind(text, index + 1), "/-")) {
    head.number.number = head.number.number * 1000 + digits_of(text.text_of(index + 1));
    ++head.end;
  }
  return head.number.number > 0 ? std::optional(head) : std::nullopt;
}

/// Whether the token before makes the number at `index` a piece of something longer, or of a
/// standard ("QCVN 109:2017/BTTTT", "TCVN ISO 9001").
bool is_tail(const TokenizedText& text, std::size_t index) {
  constexpr std::array<std::string_view, 6> kStandards = {"qcvn", "tcvn", "tccs",
                                                          "iso",  "iec",  "ieee"};
  if (index == 0) {
    return false;
  }
  const Token& before = text.tokens[index - 1];
  const Gap gap = gap_behind(text, index - 1);
  if (before.kind != Token::Kind::kWord) {
    return gap.tight() && (gap.is('/') || gap.is('.') || gap.is(':') || gap.is('-') || gap.is(','));
  }
  return !gap.newline && std::ranges::find(kStandards, before.folded) != kStandards.end();
}

/// Whether an issuer may follow a type over `gap`: "NQ/TW", "QĐ-UBND", "QĐ.UB", "NQ TW". What is
/// not written like a code must be known, and be written as one word with its type unless a person
/// typed nothing else.
bool may_follow_type(const Gap& gap, const CodeGroup& issuer, bool known, bool type_like,
                     ScanTrust trust) {
  if (!known && !issuer.code_like) {
    return false;
  }
  const bool query = trust == ScanTrust::kQuery;
  if (!type_like || !issuer.code_like) {
    return known && (query ? gap.bare() || parts(gap, "/-.") : gap.tight() && parts(gap, "/-"));
  }
  return parts(gap, "/-") || (gap.is('.') && gap.tight()) || (gap.blank() && known);
}

/// Reads "NQ/TW", "QĐ-UBND", "TTLT-BTC-BTTTT" from token `index` into `scanned`.
bool read_typed_code(const TokenizedText& text, std::size_t index, ScanTrust trust,
                     ScannedNumber& scanned) {
  const auto type_group = read_code_group(text, index);
  const auto type = type_group ? type_code_of(type_group->written) : std::nullopt;
  if (!type) {
    return false;
  }
  const bool type_like = type_group->code_like || type_group->written == "L";
  scanned.number.type = *type;
  scanned.end = type_group->end;
  if (const auto issuer = read_code_group(text, type_group->end)) {
    const auto known = known_issuer(issuer->written);
    const Gap gap = gap_behind(text, type_group->end - 1);
    if (may_follow_type(gap, *issuer, known.has_value(), type_like, trust)) {
      scanned.number.issuer = known.value_or(issuer->written);
      scanned.end = read_further_groups(text, issuer->end, gap.spaced(), scanned.number.issuer);
      return true;
    }
  }
  return trust == ScanTrust::kQuery || (type_like && trust == ScanTrust::kCued);
}

/// Reads the code of a letter or a law: "UBND-VX", "CP", "QH11".
bool read_issuer_code(const TokenizedText& text, std::size_t index, const Gap& gap, ScanTrust trust,
                      ScannedNumber& scanned) {
  const auto issuer = read_code_group(text, index);
  if (!issuer || !(issuer->code_like || trust == ScanTrust::kQuery)) {
    return false;
  }
  const auto known = known_issuer(issuer->written);
  const bool cued = trust != ScanTrust::kText;
  if (!known && !(cued && issuer->code_like)) {
    return false;
  }
  scanned.number.issuer = known.value_or(issuer->written);
  scanned.end = read_further_groups(text, issuer->end, gap.spaced(), scanned.number.issuer);
  if (scanned.number.issuer.starts_with("QH") || scanned.number.issuer.starts_with("UBTVQH")) {
    return known.has_value();
  }
  const bool alone = scanned.end == issuer->end;
  return gap.is('/') ? !alone || (known && cued) : known && cued;
}

}  // namespace

std::optional<ScannedNumber> scan_coded_number(const TokenizedText& text, std::size_t index,
                                               ScanTrust trust) {
  auto head = read_head(text, index);
  if (!head || is_tail(text, index)) {
    return std::nullopt;
  }
  Gap gap = gap_behind(text, head->end - 1);
  if (parts(gap, "/-") && is_year_token(text, head->end)) {
    head->number.year = static_cast<std::int16_t>(digits_of(text.text_of(head->end)));
    ++head->end;
    gap = gap_behind(text, head->end - 1);
  }
  const bool marked = parts(gap, "/-") || (gap.is('.') && gap.tight());
  ScannedNumber scanned{.number = head->number, .first = index, .end = head->end};
  if (marked || (gap.bare() && !gap.newline)) {
    const bool touching_or_query = marked || trust == ScanTrust::kQuery;
    if (read_typed_code(text, head->end, trust, scanned) &&
        (touching_or_query || !scanned.number.issuer.empty())) {
      return scanned;
    }
    scanned.number.type.clear();
  }
  if (marked && read_issuer_code(text, head->end, gap, trust, scanned)) {
    return scanned;
  }
  return std::nullopt;
}

std::optional<ScannedNumber> scan_bare_number(const TokenizedText& text, std::size_t index) {
  if (!is_token(text, index, Token::Kind::kNumber) && !is_token(text, index, Token::Kind::kMixed)) {
    return std::nullopt;
  }
  auto head = read_head(text, index);
  if (!head || is_tail(text, index)) {
    return std::nullopt;
  }
  Gap gap = gap_behind(text, index);
  head->end = index + 1;
  head->number.number = digits_of(text.text_of(index));
  if (!gap.newline && (gap.is('/') || gap.is('-')) && is_year_token(text, head->end)) {
    head->number.year = static_cast<std::int16_t>(digits_of(text.text_of(head->end)));
    ++head->end;
    gap = gap_behind(text, head->end - 1);
  }
  const bool goes_on = head->end < text.tokens.size() && gap.tight() && parts(gap, "/-.:") &&
                       !is_token(text, head->end, Token::Kind::kWord);
  if (goes_on || gap.first == '%' || (gap.is('/') && gap.tight())) {
    return std::nullopt;
  }
  return ScannedNumber{.number = head->number, .first = index, .end = head->end};
}

std::optional<ScannedNumber> scan_reversed_number(const TokenizedText& text, std::size_t index) {
  ScannedNumber scanned;
  scanned.first = index;
  if (index > 0 && gap_behind(text, index - 1).tight()) {
    return std::nullopt;  // inside a number that was not readable
  }
  if (!parts(gap_behind(text, index), "/-") ||
      !read_typed_code(text, index, ScanTrust::kText, scanned) ||
      !known_issuer(scanned.number.issuer) || scanned.end >= text.tokens.size() ||
      !gap_behind(text, scanned.end - 1).blank()) {
    return std::nullopt;
  }
  const auto bare = scan_bare_number(text, scanned.end);
  if (!bare) {
    return std::nullopt;
  }
  scanned.number.number = bare->number.number;
  scanned.number.suffix = bare->number.suffix;
  scanned.number.year = bare->number.year;
  scanned.end = bare->end;
  return scanned;
}

}  // namespace tracuu
