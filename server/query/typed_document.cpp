#include "server/query/typed_document.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "common/entity/document_code.h"
#include "common/entity/document_phrases.h"
#include "common/entity/token_gap.h"
#include "common/text/phrase_table.h"
#include "common/text/syllable.h"
#include "server/query/typed_date.h"
#include "server/query/typed_province.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostTokens =
    16;  ///< "Nghị quyết Hội nghị lần thứ 4 Ban Chấp hành Trung ương..."

/// Words of the names of papers as they are written, found as they are typed.
struct WrittenWords {
  std::vector<std::string> words;
  PhraseTable by_folded{PhraseTable::Compare::kFolded};

  WrittenWords(std::initializer_list<const char*> all) {
    for (const char* const word : all) {
      by_folded.add(word, static_cast<std::uint32_t>(words.size()));
      words.emplace_back(word);
    }
  }
};

const WrittenWords& written_words() {
  static const WrittenWords table = {
      "Nghị quyết", "Hội nghị", "Đại hội", "đại biểu", "toàn quốc", "lần thứ",  "Ban Chấp hành",
      "Trung ương", "Đảng",     "khóa",    "kỳ họp",   "số",        "Quốc hội",
  };
  return table;
}

/// Returns whether the token is a number in Roman digits or a code that is written in capitals.
bool is_written_large(const Token& token) {
  return token.folded.find_first_not_of("ivx") == std::string::npos || token.folded == "qh" ||
         token.folded == "ubtvqh";
}

std::string in_capitals(std::string_view ascii) {
  std::string out(ascii);
  for (char& letter : out) {
    letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return out;
}

/// Writes the tokens as they stand in print, where they were typed small and without marks:
/// "nghi quyet trung uong 4 khoa xi" as "Nghị quyết Trung ương 4 khóa XI".
std::string as_printed(const TokenizedText& text, TokenRange range) {
  std::string out;
  for (std::size_t i = range.begin; i < range.end;) {
    const auto match = written_words().by_folded.longest_at(text, i);
    std::size_t next = i + 1;
    if (match && match->token_count <= range.end - i) {
      out.append(written_words().words[match->values.front()]);
      next = i + match->token_count;
    } else if (is_written_large(text.tokens[i])) {
      out.append(in_capitals(text.tokens[i].folded));
    } else {
      out.append(text.text_of(i));
    }
    if (next < range.end) {
      out.append(text.gap_after(next - 1));
    }
    i = next;
  }
  return out;
}

std::optional<DocumentNumber> number_in(const TokenizedText& text, TokenRange range) {
  const std::uint32_t begin = text.tokens[range.begin].span.begin;
  const std::string_view written =
      text.normalized.substr(begin, text.tokens[range.end - 1].span.end - begin);
  if (auto number = parse_document_number(written)) {
    return number;
  }
  const std::string printed = as_printed(text, range);
  return printed == written ? std::nullopt : parse_document_number(printed);
}

bool is_numeric(const Token& token) {
  return token.kind != Token::Kind::kWord;
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// Types that run for some years: "kế hoạch 5 năm 2016-2020".
constexpr std::array<std::string_view, 7> kLasting = {"BC", "KH", "CTr", "DA", "ĐA", "PA", "L"};
/// Types that are verbs too: "quyết định 3 việc".
constexpr std::array<std::string_view, 6> kDone = {"HD", "TB", "QĐ", "QyĐ", "KL", "HĐ"};

/// Returns whether the number in front of `rest` counts something: "báo cáo 6 tháng".
bool is_count(const TypedText& typed, const std::string& type, TokenRange rest) {
  constexpr std::array<std::string_view, 25> kCounted = {
      "thang", "ngay",  "tuan", "quy",   "gio",  "phut", "trieu", "ty",  "ti",
      "nghin", "ngan",  "dong", "nguoi", "buoc", "lan",  "diem",  "noi", "viec",
      "van",   "nhiem", "tinh", "huyen", "xa",   "bo",   "muc"};
  const bool lasting = is_one_of(kLasting, type);
  if (rest.begin >= rest.end || (!lasting && !is_one_of(kDone, type)) ||
      province_typed_at(typed, rest, true)) {
    return false;
  }
  const std::string& next = typed.text.tokens[rest.begin].folded;
  if (next == "nam") {
    // "quyết định 749 năm 2020" names the year.
    return lasting || rest.size() == 1 || !is_numeric(typed.text.tokens[rest.begin + 1]);
  }
  return is_one_of(kCounted, next);
}

/// Returns whether the type is typed as a small code that may be a word: "da 06", "pa 2".
bool is_word_like_code(const TypedText& typed, TokenRange tokens) {
  const Token& first = typed.text.tokens[tokens.begin];
  return tokens.size() == 2 && !is_numeric(first) && !first.all_caps &&
         (first.folded.size() < 2 || is_vietnamese_syllable(first.folded));
}

bool may_be_year(const DocumentNumber& number) {
  return number.issuer.empty() && number.year == 0 && number.number >= 1900 &&
         number.number <= 2100;
}

TypedEntity entity_of(const TypedText& typed, const DocumentNumber& number, TokenRange tokens) {
  TypedEntity entity{.tokens = tokens,
                     .name_span = typed.span_of(tokens),
                     .field = FieldId::kDocument,
                     .terms = {},
                     .soft = number.number == 0 || may_be_year(number),
                     .code = {},
                     .kind = "document",
                     .value = to_canonical(number),
                     .label = {}};
  if (number.number != 0 && number.issuer.empty()) {
    DocumentNumber type_and_number = number;
    type_and_number.year = 0;
    entity.terms = {term_of(kDocumentClassPrefix, to_canonical(type_and_number))};
    const std::string_view name = type_name_of(number.type, number.issuer);
    entity.label = entity.value;
    if (!name.empty()) {
      entity.label.replace(0, number.type.size(), name);
    }
    return entity;
  }
  entity.terms = {filter_term(FieldId::kDocument, entity.value)};
  entity.label = entity.value;
  if (number.number != 0) {
    entity.code = entity.value;
  }
  return entity;
}

/// Returns whether what stands right behind the number makes another thing of it: "36%", "36.5".
bool is_cut_off(const TypedText& typed, TokenRange tokens) {
  const std::string_view behind = typed.text.gap_after(tokens.end - 1);
  if (behind.starts_with('%')) {
    return true;
  }
  return tokens.end < typed.text.tokens.size() && is_numeric(typed.text.tokens[tokens.end]) &&
         !behind.empty() && behind.find(' ') == std::string_view::npos;
}

bool is_document(const TypedText& typed, TokenRange tokens, TokenRange range,
                 const DocumentNumber& number) {
  if (number.number == 0) {
    return !number.name.empty();
  }
  if (is_cut_off(typed, tokens)) {
    return false;
  }
  if (!number.issuer.empty()) {
    return true;
  }
  if (number.type.empty() || is_word_like_code(typed, tokens)) {
    return false;
  }
  return !is_count(typed, number.type, {tokens.end, range.end});
}

}  // namespace

std::optional<DocumentNumber> read_document_number(std::string_view normalized) {
  const TokenizedText text = tokenized(normalized);
  if (text.tokens.empty()) {
    return std::nullopt;
  }
  return number_in(text, {0, text.tokens.size()});
}

std::optional<TypedEntity> document_typed_at(const TypedText& typed, TokenRange range) {
  const auto& tokens = typed.text.tokens;
  const std::size_t end = std::min(range.end, range.begin + kMostTokens);
  // Without a digit in reach only a name in the tables can be a paper.
  const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(range.begin);
  const auto last = tokens.begin() + static_cast<std::ptrdiff_t>(end);
  if (std::none_of(first, last, is_numeric) &&
      !popular_name_at(typed.text, range.begin, /*by_folded=*/true) &&
      !type_phrase_at(typed.text, range.begin, /*by_folded=*/true)) {
    return std::nullopt;
  }
  for (std::size_t to = end; to > range.begin + 1; --to) {
    const TokenRange window{range.begin, to};
    const auto number = number_in(typed.text, window);
    if (number && is_document(typed, window, range, *number)) {
      TypedEntity entity = entity_of(typed, *number, window);
      entity.tokens.end = end_of_date(typed, {to, range.end});
      return entity;
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
