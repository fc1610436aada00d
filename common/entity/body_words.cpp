#include "common/entity/body_words.h"

#include <algorithm>
#include <array>

namespace tracuu {

Join join_of(std::string_view gap, const Token& before, const Token& token) {
  if (gap == " " || (gap == "\n" && !token.capitalized)) {
    return Join::kBlank;
  }
  if (gap == "'" || gap == "&" || gap == " & " || gap == " &" || gap == "& " || gap == "/") {
    return Join::kTie;
  }
  if (gap.empty() && before.all_caps && token.kind == Token::Kind::kNumber) {
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

bool stands_before_mark(const WordedText& words, std::size_t index) {
  return index < words.size() && words.gap_before(index).find_first_of(":,") == 0;
}

}  // namespace tracuu
