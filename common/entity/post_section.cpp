#include "common/entity/post_section.h"

#include <algorithm>
#include <string_view>

#include "common/entity/body_words.h"
#include "common/entity/person_name.h"

namespace tracuu {
namespace {

/// "H.Quảng Điền", "P. Hiệp Phú": one letter and a dot for the unit that the name behind is of.
bool is_letter_of_unit(const WordedText& words, std::size_t index) {
  const Token& token = words.token(index);
  return token.capitalized && token.span.size() == 1 && index + 1 < words.size() &&
         words.gap_before(index + 1).starts_with('.') && words.token(index + 1).capitalized;
}

}  // namespace

bool is_head_of_section(const WordedText& words, std::size_t title_end) {
  const auto& folded = words.token(title_end - 1).folded;
  return folded == "phong" || folded == "ban";
}

std::size_t end_of_section(const WordedText& words, std::size_t begin, std::size_t end) {
  std::size_t index = begin;
  while (index < end) {
    const auto field = field_length(words, index);
    const auto body = words.phrase_length(WordClass::kStateBody, index);
    const auto unit = words.phrase_length(WordClass::kUnit, index);
    // "Trưởng phòng Tham mưu Công an tỉnh": first comes what the section works on.
    const bool own_field = index == begin && field >= body && words.token(index).folded != "cong" &&
                           begin > 0 && words.token(begin - 1).folded == "phong";
    const bool above = body > 0 && !own_field && (words.token(index).capitalized || index > begin);
    const Token& token = words.token(index);
    const bool named_unit = (unit > 0 && unit >= field &&
                             (!token.all_caps || token.folded == "tp" || token.folded == "tx")) ||
                            (index > begin && is_letter_of_unit(words, index));
    if ((above && body >= field) || named_unit || end_of_place(words, index) > index) {
      break;
    }
    index += std::max<std::size_t>(field, 1);
  }
  return std::min(index, end);
}

Body read_body_above(const WordedText& words, std::size_t end) {
  const Body none{end, end, BodyKind::kNone};
  if (end >= words.size() || !words.starts(WordClass::kStateBody, end)) {
    return none;
  }
  const auto gap = words.gap_before(end);
  if (gap != " (" && gap != " - " && gap != "- " && gap != " -") {
    return none;
  }
  const Body body = read_body(words, end);
  return body.kind == BodyKind::kState ? body : none;
}

bool is_link_word(const WordedText& words, std::size_t index) {
  const auto& folded = words.token(index).folded;
  return folded == "cua" || folded == "thuoc" || folded == "cho";
}

bool begins_board(const WordedText& words, std::size_t title_end, std::size_t section_end) {
  if (section_end < title_end + 2 || words.token(title_end - 1).folded != "ban") {
    return false;
  }
  const auto& first = words.token(title_end).folded;
  const auto& second = words.token(title_end + 1).folded;
  return (first == "chi" && second == "dao") || (first == "dieu" && second == "hanh");
}

}  // namespace tracuu
