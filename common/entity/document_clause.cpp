#include "common/entity/document_clause.h"

#include <algorithm>
#include <string>

#include "common/entity/date_words.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

/// A sentence or line ends behind token `index`.
bool sentence_ends(const TokenizedText& text, std::size_t index) {
  const Gap gap = gap_behind(text, index);
  if (gap.newline) {
    // A line broken inside a sentence goes on in lower case.
    return !gap.bare() || index + 1 >= text.tokens.size() || text.tokens[index + 1].capitalized ||
           text.tokens[index + 1].kind != Token::Kind::kWord;
  }
  return gap.first == ';' || gap.first == '?' || gap.first == '!' ||
         (gap.first == '.' && gap.blank_after);
}

constexpr std::size_t kSessionWords = 10;  ///< "tại kỳ họp thứ 4 Quốc hội khóa XIII"

/// Whether token `index` may stand between a verb of issuing and its date: "tại kỳ họp thứ 4".
bool is_session_word(const TokenizedText& text, std::size_t index) {
  const Token& token = text.tokens[index];
  const Gap gap = gap_behind(text, index);
  if (gap.newline || !(gap.bare() || gap.is(',') || gap.is('('))) {
    return false;
  }
  return token.kind == Token::Kind::kNumber || token.all_caps ||
         is_one_of(text, index,
                   {"tai",   "hoi",  "nghi", "ky",    "hop",  "phien", "thu", "lan",  "khoa",
                    "quoc",  "hdnd", "vao",  "hom",   "sang", "chieu", "dau", "giua", "cuoi",
                    "trong", "cung", "ngay", "truoc", "do",   "mot",   "tinh"});
}

}  // namespace

bool is_one_of(const TokenizedText& text, std::size_t index, FoldedWords folded) {
  return std::ranges::find(folded, text.tokens[index].folded) != folded.end();
}

bool sentence_ends_between(const TokenizedText& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (sentence_ends(text, i)) {
      return true;
    }
  }
  return false;
}

bool is_issuing_verb(const TokenizedText& text, std::size_t index) {
  if (is_one_of(text, index, {"ky"})) {
    // "ký", not "kỳ" or "kỷ"; a text without marks leaves it open.
    return !text.tokens[index].marked || text.tokens[index].key.back() == '1';
  }
  if (index == 0) {
    return false;
  }
  const std::string& before = text.tokens[index - 1].folded;
  const std::string& word = text.tokens[index].folded;
  return (before == "ban" && word == "hanh") || (before == "thong" && word == "qua") ||
         (before == "phe" && word == "duyet") || (word == "ra" && before != "dien");
}

bool only_names_issuer(const TokenizedText& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (is_one_of(text, i,
                  {"ve", "tai", "tu", "den", "trong", "khi", "duoc", "da", "se", "co", "va",
                   "truoc", "sau", "vao", "la", "de", "cho", "theo", "quy"}) &&
        !text.tokens[i].capitalized) {
      return false;
    }
    const Gap gap = gap_behind(text, i);
    if (!gap.bare() && !gap.is('-') && !gap.is('&') && !gap.is('.') && i + 1 != end) {
      return false;
    }
  }
  const Gap gap = gap_behind(text, end - 1);
  return gap.bare() || gap.is('(') || gap.is(',');
}

bool was_issued_on(const TokenizedText& text, std::size_t paper_end, std::size_t date) {
  const std::size_t floor = std::max(paper_end, date - std::min(date, kSessionWords));
  for (std::size_t verb = date; verb-- > floor;) {
    if (is_issuing_verb(text, verb)) {
      return true;
    }
    if (!is_session_word(text, verb)) {
      return false;
    }
  }
  return false;
}

bool is_issuing_date(const TokenizedText& text, std::size_t date) {
  if (date == 0) {
    return false;
  }
  return is_issuing_verb(text, date - 1) ||
         (date > 1 && is_one_of(text, date - 1, {"hom", "vao"}) && is_issuing_verb(text, date - 2));
}

bool bears_number(const TokenizedText& text, std::size_t last, std::size_t date_end) {
  return last + 1 - date_end <= 2 && is_one_of(text, date_end, {"mang", "co"}) &&
         is_one_of(text, last, {"so", "mang"});
}

bool was_approved_by(const TokenizedText& text, std::size_t date_end, std::size_t paper) {
  if (!is_one_of(text, paper - 1, {"tai"}) && gap_behind(text, paper - 1).last != '(') {
    return false;
  }
  for (std::size_t i = paper - 1; i-- > date_end;) {
    if (is_one_of(text, i, {"hien", "khai", "theo", "cu"})) {
      return false;
    }
    if (is_issuing_verb(text, i)) {
      return true;
    }
  }
  return false;
}

bool is_dated_since(const TokenizedText& text, std::size_t paper_end, std::size_t date,
                    std::size_t date_end) {
  return date == paper_end + 1 && is_one_of(text, paper_end, {"tu", "hoi"}) &&
         gap_behind(text, paper_end - 1).blank() && gap_behind(text, paper_end).blank() &&
         (date_end >= text.tokens.size() || date_word(text.tokens[date_end]) != DateWord::kUntil);
}

}  // namespace tracuu
