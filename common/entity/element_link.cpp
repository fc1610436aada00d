#include "common/entity/element_link.h"

#include <algorithm>
#include <string_view>

namespace tracuu {
namespace {

using Kind = PersonElement::Kind;

/// How far behind a name "giữ chức vụ" and a post may follow.
constexpr std::size_t kMostAppointedTokens = 16;
constexpr std::size_t kMostPhraseTokens = 6;

/// The link that the one word between two elements makes.
Link link_by_word(const WordedText& words, const PersonElement& before, std::size_t word) {
  const auto& folded = words.token(word).folded;
  const Link gap = link_of_gap(words.gap_before(word));
  if (gap != Link::kBlank && gap != Link::kComma) {
    return Link::kFar;
  }
  if (folded == "va" || folded == "cung") {
    return Link::kAnd;
  }
  if (folded == "kiem") {
    return Link::kAlso;
  }
  if (folded == "la" && gap == Link::kBlank && before.kind == Kind::kPost) {
    return Link::kColon;
  }
  return gap == Link::kComma && words.starts(WordClass::kPlural, word) ? Link::kComma : Link::kFar;
}

/// Whether tokens [from, to) are words of one sentence that end in "giữ chức vụ", "là"; a remark in
/// brackets may stand before them: "Ông Tám (bên trái) giữ chức".
bool is_appointed(const WordedText& words, std::size_t end, std::size_t to) {
  if (to - end > kMostAppointedTokens) {
    return false;
  }
  const std::size_t from = end_of_remark(words, end, to - 1);
  for (std::size_t i = from + (from > end ? 1 : 0); i <= to; ++i) {
    const Link link = link_of_gap(words.gap_before(i));
    if (link == Link::kFar || link == Link::kLine || link == Link::kSemicolon) {
      return false;
    }
  }
  for (std::size_t length = 1; length <= kMostPhraseTokens && length <= to - from; ++length) {
    if (words.phrase_length(WordClass::kAppointed, to - length) == length &&
        (length > 1 || from + length == to)) {
      return true;
    }
  }
  return false;
}

}  // namespace

Link near_link(const WordedText& words, const PersonElement& before, std::size_t begin) {
  const auto gap = words.gap_before(begin);
  if (before.kind == Kind::kAddress && (gap == "." || gap == ". ")) {
    return Link::kBlank;
  }
  return before.kind == Kind::kPost && before.end == begin &&
                 closes_own_bracket(words, before.begin, begin)
             ? Link::kBlank
             : link_of_gap(gap);
}

Link link_to(const WordedText& words, const PersonElement& before, std::size_t begin) {
  const std::size_t end = before.end;
  if (begin == end) {
    return near_link(words, before, begin);
  }
  if (is_age(words, end, begin)) {
    return Link::kBracket;
  }
  if (is_remark(words, end, begin)) {
    const auto gap = words.gap_before(begin);
    return link_of_gap(gap.substr(gap.find(')') + 1));
  }
  if (before.kind == Kind::kPost) {
    if (opens_list(words, end, begin)) {
      return Link::kColon;
    }
    if (is_taken_from(words, before.begin, end, begin)) {
      return Link::kBlank;
    }
  }
  if (is_label_of_post(words, end, begin)) {
    return Link::kComma;
  }
  if (begin == end + 1 && link_of_gap(words.gap_before(begin)) == Link::kBlank) {
    if (const Link link = link_by_word(words, before, end); link != Link::kFar) {
      return link;
    }
  }
  return is_appointed(words, end, begin) ? Link::kAppointed : Link::kFar;
}

}  // namespace tracuu
