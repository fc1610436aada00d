#include "common/entity/person_link.h"

#include <algorithm>

namespace tracuu {
namespace {

/// How long a remark in brackets may be that parts nothing: "(Bộ Thông tin và Truyền thông)".
constexpr std::size_t kMostRemarkTokens = 12;

/// "gồm có các".
constexpr std::size_t kMostListTokens = 3;

/// "sinh năm 1980".
constexpr std::size_t kMostAgeTokens = 3;

bool has_any(std::string_view gap, std::string_view characters) {
  return gap.find_first_of(characters) != std::string_view::npos;
}

}  // namespace

Link link_of_gap(std::string_view gap) {
  const auto line_end = gap.find('\n');
  const bool one_line = line_end == gap.rfind('\n');
  if (line_end != std::string_view::npos && !(one_line && has_any(gap.substr(0, line_end), ",-"))) {
    return Link::kLine;
  }
  if (has_any(gap, ".!?/\"'[]|*<>") || gap.find("\xE2\x80\xA6") != std::string_view::npos) {
    return Link::kFar;
  }
  if (has_any(gap, ";)")) {
    return Link::kSemicolon;
  }
  if (has_any(gap, "(")) {
    return Link::kBracket;
  }
  if (has_any(gap, ":")) {
    return Link::kColon;
  }
  if (has_any(gap, ",")) {
    return Link::kComma;
  }
  return has_any(gap, "-") ? Link::kDash : Link::kBlank;
}

bool opens_list(const WordedText& words, std::size_t from, std::size_t to) {
  if (to <= from || to - from > kMostListTokens || words.token(from).folded != "gom") {
    return false;
  }
  for (std::size_t i = from; i < to; ++i) {
    const bool listing =
        i == from || words.token(i).folded == "co" || words.starts(WordClass::kPlural, i);
    if (!listing || words.gap_before(i) != " ") {
      return false;
    }
  }
  const Link last = link_of_gap(words.gap_before(to));
  return last == Link::kBlank || last == Link::kColon;
}

bool is_label_of_post(const WordedText& words, std::size_t from, std::size_t to) {
  const Link before = link_of_gap(words.gap_before(from));
  return to == from + 2 && words.token(from).folded == "chuc" &&
         (words.token(from + 1).folded == "vu" || words.token(from + 1).folded == "danh") &&
         link_of_gap(words.gap_before(to)) == Link::kColon && before != Link::kFar;
}

bool is_taken_from(const WordedText& words, std::size_t post_begin, std::size_t from,
                   std::size_t to) {
  if (post_begin == 0 || to == from || to - from > 2 || words.token(to - 1).folded != "voi" ||
      (to - from == 2 && words.token(from).folded != "doi")) {
    return false;
  }
  const auto& office = words.token(post_begin - 1).folded;
  return (office == "vu" || office == "danh" || office == "chuc") &&
         words.gap_before(from) == " " && words.gap_before(to) == " ";
}

std::size_t end_of_remark(const WordedText& words, std::size_t from, std::size_t limit) {
  if (!has_any(words.gap_before(from), "(")) {
    return from;
  }
  for (std::size_t i = from + 1; i <= std::min(limit, from + kMostRemarkTokens); ++i) {
    if (is_remark(words, from, i)) {
      return i;
    }
  }
  return from;
}

bool is_remark(const WordedText& words, std::size_t from, std::size_t to) {
  if (to <= from || to - from > kMostRemarkTokens || !has_any(words.gap_before(from), "(") ||
      !has_any(words.gap_before(to), ")")) {
    return false;
  }
  for (std::size_t i = from + 1; i < to; ++i) {
    if (has_any(words.gap_before(i), "()\n")) {
      return false;
    }
  }
  return true;
}

bool closes_own_bracket(const WordedText& words, std::size_t from, std::size_t to) {
  if (words.gap_before(to) != ") ") {
    return false;
  }
  for (std::size_t i = from + 1; i < to; ++i) {
    if (has_any(words.gap_before(i), "(")) {
      return true;
    }
  }
  return false;
}

bool is_age(const WordedText& words, std::size_t from, std::size_t to) {
  if (to <= from + 1 || to - from > kMostAgeTokens || !has_any(words.gap_before(from), "(") ||
      link_of_gap(words.gap_before(to)) != Link::kComma) {
    return false;
  }
  const auto& first = words.token(from);
  const auto& last = words.token(to - 1);
  return (first.kind == Token::Kind::kNumber && last.folded == "tuoi") ||
         (last.kind == Token::Kind::kNumber && (first.folded == "sn" || first.folded == "sinh"));
}

}  // namespace tracuu
