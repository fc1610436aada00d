#include "server/query/question.h"

#include <algorithm>
#include <initializer_list>

#include "common/text/phrase_table.h"

namespace tracuu {
namespace {

PhraseTable table_of(PhraseTable::Compare compare, std::initializer_list<const char*> phrases) {
  PhraseTable table(compare);
  for (const char* const phrase : phrases) {
    table.add(phrase, 0);
  }
  return table;
}

const PhraseTable& interrogatives() {
  static const PhraseTable table = table_of(
      PhraseTable::Compare::kKey, {"gì", "nào", "mấy", "ai", "đâu", "vì sao", "tại sao", "làm sao",
                                   "ra sao", "thì sao", "bao nhiêu", "bao lâu", "bao giờ", "bao xa",
                                   "hay không", "hay chưa", "được không", "phải không"});
  return table;
}

/// Those that without marks are hardly anything else: "mấy" would be "máy", "đâu" "đầu".
const PhraseTable& interrogatives_without_marks() {
  static const PhraseTable table = table_of(
      PhraseTable::Compare::kFolded,
      {"là gì",   "gồm gì",  "cái gì",    "những gì",  "thế nào",  "như nào",    "khi nào",
       "lúc nào", "nơi nào", "người nào", "là ai",     "vì sao",   "tại sao",    "bao nhiêu",
       "bao lâu", "bao giờ", "ở đâu",     "hay không", "hay chưa", "được không", "phải không"});
  return table;
}

bool is_unmarked(const TypedText& typed, std::size_t begin, std::size_t count) {
  const auto first = typed.text.tokens.begin() + static_cast<std::ptrdiff_t>(begin);
  return std::none_of(first, first + static_cast<std::ptrdiff_t>(count),
                      [](const Token& token) { return token.marked; });
}

/// "có ... không" and "đã ... chưa": the second half ends the sentence.
bool ends_as_question(const TypedText& typed) {
  const auto& tokens = typed.text.tokens;
  const auto opens = [&](std::string_view word) {
    return std::any_of(tokens.begin(), tokens.end() - 1,
                       [&](const Token& token) { return token.folded == word; });
  };
  return (tokens.back().folded == "khong" && opens("co")) ||
         (tokens.back().folded == "chua" && opens("da"));
}

}  // namespace

bool is_question(const TypedText& typed) {
  const auto& tokens = typed.text.tokens;
  if (tokens.empty()) {
    return false;
  }
  if (typed.text.gap_after(tokens.size() - 1).find('?') != std::string_view::npos ||
      ends_as_question(typed)) {
    return true;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto bare = interrogatives_without_marks().longest_at(typed.text, i);
    if (interrogatives().longest_at(typed.text, i) ||
        (bare && is_unmarked(typed, i, bare->token_count))) {
      return true;
    }
  }
  return false;
}

}  // namespace tracuu
