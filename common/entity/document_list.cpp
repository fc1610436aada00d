#include "common/entity/document_list.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/date_words.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostNumbers = 20;

/// Returns the token of the next number of a list, or 0: "13, 36", "36 và 49", "18 và số 19".
std::size_t next_in_list(const TokenizedText& text, std::size_t end) {
  if (end >= text.tokens.size()) {
    return 0;
  }
  const Gap gap = gap_behind(text, end - 1);
  std::size_t next = end;
  if (gap.newline) {
    return 0;
  }
  if (gap.bare() || gap.is(',')) {
    const bool joined = date_word(text.tokens[end]) == DateWord::kAnd;
    if (gap.bare() && !joined) {
      return 0;
    }
    next = joined ? end + 1 : end;
  } else if (!gap.is('&')) {
    return 0;
  }
  next = skip_number_word(text, next);
  const bool number = next < text.tokens.size() && text.tokens[next].kind != Token::Kind::kWord;
  return number ? next : 0;
}

bool is_number_behind(const TokenizedText& text, std::size_t word) {
  return word + 1 < text.tokens.size() && gap_behind(text, word).bare() &&
         text.tokens[word + 1].kind == Token::Kind::kNumber;
}

/// Whether what follows is counted by the number: "3 nội dung", "5 năm"; not "34 năm 2016",
/// "36 ngày 1/7/2014".
bool counts(const TokenizedText& text, std::size_t last) {
  if (last + 1 >= text.tokens.size() || !gap_behind(text, last).blank()) {
    return false;
  }
  switch (date_word(text.tokens[last + 1])) {
    case DateWord::kUnit:
      // "Đề án 904 tỉnh Bình Định": whose, not how many.
      return last + 2 >= text.tokens.size() || !gap_behind(text, last + 1).blank() ||
             !text.tokens[last + 2].capitalized;
    case DateWord::kDay:
    case DateWord::kMonth:
      return !is_number_behind(text, last + 1);
    case DateWord::kYear:
      return !is_number_behind(text, last + 1) || text.tokens[last + 2].span.size() != 4;
    default:
      return false;
  }
}

bool says_whose(const TokenizedText& text, std::size_t end) {
  constexpr std::array<std::string_view, 3> kWords = {"cua", "ngay", "do"};
  return end < text.tokens.size() && !gap_behind(text, end - 1).newline &&
         std::ranges::find(kWords, text.tokens[end].folded) != kWords.end();
}

/// Decides whether a number without code numbers a paper of the type.
bool is_believable(const TokenizedText& text, const ScannedNumber& bare,
                   const NumberListContext& context) {
  const std::size_t last = bare.end - 1;
  if (counts(text, last)) {
    return false;
  }
  if (context.said_number) {
    return context.type.use != TypeUse::kCodeOnly || bare.number.year != 0;
  }
  const bool year_like = bare.number.number >= 1945 && bare.number.number <= 2100;
  const bool two_digits = text.tokens[bare.first].span.size() >= 2;
  switch (context.type.use) {
    case TypeUse::kFirm:
      return !year_like || bare.number.year != 0;
    case TypeUse::kLoose:
      return context.type.code != "L" && two_digits && (!year_like || bare.number.year != 0) &&
             (text.tokens[context.first].capitalized || says_whose(text, bare.end));
    case TypeUse::kNamed:
      return two_digits && !year_like &&
             (text.tokens[context.first].capitalized || text.text_of(bare.first)[0] == '0');
    case TypeUse::kCodeOnly:
      return bare.number.year != 0 && text.tokens[context.first].all_caps;
  }
  return false;
}

/// Gives the numbers in front of a coded one its type and issuer.
void share_code(NumberList& list) {
  const DocumentNumber& coded = list.numbers.back().number;
  for (std::size_t i = 0; i + 1 < list.numbers.size(); ++i) {
    DocumentNumber& number = list.numbers[i].number;
    number.type = number.type.empty() ? coded.type : number.type;
    number.issuer = coded.issuer;
    // What is left out is all that the last one writes: "15 và 16/2014/TT-BTTTT".
    if (number.year == 0) {
      number.year = coded.year;
    }
  }
}

/// "Nghị quyết 36/TW": the party's numbers carry their type, here said by the word in front.
void name_party_type(DocumentNumber& number, const NumberListContext& context) {
  if (number.type.empty() && !context.type.code.empty() && number.year == 0 &&
      (number.issuer == "TW" || number.issuer == "TU")) {
    number.type = context.type.code;
  }
}

/// "Đề án 06", "Đề án 06/CP": a name.
NumberList named(const TokenizedText& text, const ScannedNumber& bare,
                 const NumberListContext& context, std::size_t end) {
  NumberList list;
  list.name = context.type.name + " " + std::string(text.text_of(bare.first));
  list.end = end;
  return list;
}

/// Keeps the numbers without code that the type in front can carry, up to the first doubtful one.
void keep_believable(const TokenizedText& text, const NumberListContext& context,
                     NumberList& list) {
  const auto doubtful = std::ranges::find_if(list.numbers, [&](const ScannedNumber& number) {
    return context.type.code.empty() || !is_believable(text, number, context);
  });
  list.numbers.erase(doubtful, list.numbers.end());
  if (context.type.use == TypeUse::kNamed && !list.numbers.empty()) {
    const ScannedNumber bare = list.numbers.front();
    list = bare.number.year == 0 ? named(text, bare, context, bare.end) : NumberList{};
    return;
  }
  for (ScannedNumber& number : list.numbers) {
    number.number.type = context.type.code;
  }
}

}  // namespace

NumberList read_number_list(const TokenizedText& text, std::size_t index,
                            const NumberListContext& context) {
  NumberList list;
  bool coded = false;
  for (std::size_t at = index; list.numbers.size() < kMostNumbers;) {
    auto number = scan_coded_number(text, at, ScanTrust::kCued);
    const bool only_issuer = number && number->number.type.empty();
    if (context.type.use == TypeUse::kNamed && only_issuer) {
      const ScannedNumber bare{.number = number->number, .first = at, .end = at + 1};
      return named(text, bare, context, number->end);
    }
    coded = number && !number->number.issuer.empty();
    if (!number) {
      number = scan_bare_number(text, at);
    }
    if (!number) {
      break;
    }
    list.numbers.push_back(*number);
    at = next_in_list(text, number->end);
    if (coded || at == 0) {
      break;
    }
  }
  if (list.numbers.empty()) {
    return list;
  }
  if (coded) {
    name_party_type(list.numbers.back().number, context);
    share_code(list);
    return list;
  }
  keep_believable(text, context, list);
  return list;
}

}  // namespace tracuu
