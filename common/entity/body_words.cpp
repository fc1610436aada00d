#include "common/entity/body_words.h"

#include <algorithm>
#include <array>

#include "common/entity/person_name.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostListedFields = 6;

/// "UBND tỉnh - Trưởng ban" holds no "Tỉnh trưởng".
bool is_unbroken(const WordedText& words, std::size_t index, std::size_t length) {
  for (std::size_t i = index + 1; i < index + length; ++i) {
    if (words.gap_before(i) != " " && words.gap_before(i) != "\n") {
      return false;
    }
  }
  return length > 0;
}

}  // namespace

Join join_of(std::string_view gap, const Token& before, const Token& token) {
  if (gap == " " || (gap == "\n" && !token.capitalized)) {
    return Join::kBlank;
  }
  if (gap == "'" || gap == "&" || gap == " & " || gap == " &" || gap == "& " || gap == "/") {
    return Join::kTie;
  }
  if (gap == "-" && before.all_caps && token.all_caps) {
    return Join::kTie;  // "Sở TN-MT"
  }
  const bool letters = before.all_caps || (before.capitalized && before.span.size() == 1);
  if (gap.empty() && letters && token.kind == Token::Kind::kNumber) {
    return Join::kTie;  // "phòng PA05"
  }
  if ((gap == "." || gap == ". ") && before.capitalized && before.span.size() <= 3) {
    return Join::kTie;
  }
  if (gap == "-" || gap == " - " || gap == "- " || gap == " -") {
    return Join::kDash;
  }
  return gap == ", " || gap == "," || gap == " , " ? Join::kComma : Join::kStop;
}

bool is_weak_body(std::string_view folded) {
  constexpr std::array<std::string_view, 17> kWeak = {
      "phong", "trung", "tt",  "ban",  "vien", "doi",  "to",  "khoi", "van",
      "vp",    "dai",   "hoi", "dang", "doan", "cong", "chi", "quy"};
  return std::ranges::find(kWeak, folded) != kWeak.end();
}

bool is_top_body(std::string_view folded) {
  constexpr std::array<std::string_view, 15> kTop = {"so",   "bo",   "ubnd",  "uy",    "hdnd",
                                                     "hoi",  "tinh", "thanh", "huyen", "chinh",
                                                     "quoc", "tw",   "tu",    "dang",  "quan"};
  return std::ranges::find(kTop, folded) != kTop.end();
}

bool is_assembly(const WordedText& words, std::size_t index) {
  const auto& folded = words.token(index).folded;
  return folded == "hdnd" || folded == "ubnd";
}

bool stands_before_mark(const WordedText& words, std::size_t index) {
  return index < words.size() && words.gap_before(index).find_first_of(":,") == 0;
}

std::size_t field_length(const WordedText& words, std::size_t index) {
  const std::size_t length = words.phrase_length(WordClass::kField, index);
  const bool prevention = index + 2 < words.size() && words.token(index).folded == "phong" &&
                          words.gap_before(index + 1) == ", " &&
                          words.token(index + 1).folded == "chong";
  if (!prevention) {
    return length;
  }
  return std::max(length, 2 + words.phrase_length(WordClass::kField, index + 2));
}

bool is_listed_field(const WordedText& words, std::size_t index) {
  for (std::size_t field = 0; field < kMostListedFields; ++field) {
    const std::size_t end = index + words.phrase_length(WordClass::kField, index);
    for (std::size_t word = index; word < end; ++word) {
      if (words.token(word).folded == "va") {
        return true;
      }
    }
    if (end == index || end + 1 >= words.size()) {
      return false;
    }
    if (words.gap_before(end) != ", ") {
      return words.token(end).folded == "va" && words.gap_before(end) == " " &&
             words.starts(WordClass::kField, end + 1);
    }
    index = end;
  }
  return false;
}

bool begins_person_or_title(const WordedText& words, std::size_t index, std::size_t body_begin) {
  if (end_of_full_name(words, index, NameCue::kBody) > index) {
    return true;
  }
  if (words.is_plain(index)) {
    return false;
  }
  // "Ban Bí thư" and "Đoàn ĐBQH" hold the word of a title.
  const std::string_view before =
      index == 0 ? std::string_view() : std::string_view(words.token(index - 1).folded);
  if (before == "doan" || (before == "ban" && index > body_begin)) {
    return false;
  }
  if (words.starts(WordClass::kChair, index) || words.starts(WordClass::kHead, index)) {
    return true;
  }
  return words.starts(WordClass::kOffice, index) || words.starts(WordClass::kWhole, index) ||
         words.starts(WordClass::kPosition, index) ||
         is_unbroken(words, index, words.phrase_length(WordClass::kPrivate, index)) ||
         words.starts(WordClass::kRank, index) ||
         (words.starts(WordClass::kDegree, index) &&
          words.gap_before(index).find('&') == std::string_view::npos) ||
         (words.starts(WordClass::kAddress, index) && end_of_place(words, index) == index);
}

}  // namespace tracuu
