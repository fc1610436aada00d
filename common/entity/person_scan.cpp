#include "common/entity/person_scan.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/element_link.h"
#include "common/entity/person_name.h"
#include "common/entity/post_context.h"

namespace tracuu {
namespace {

using Kind = PersonElement::Kind;

/// How far behind an address that names nobody its person's post may follow.
constexpr std::size_t kMostPronounTokens = 16;

bool has_any(std::string_view gap, std::string_view characters) {
  return gap.find_first_of(characters) != std::string_view::npos;
}

class PersonScanner {
 public:
  explicit PersonScanner(const WordedText& words) : words_(words) {}

  PersonScan scan() {
    std::size_t index = 0;
    while (index < words_.size()) {
      index = std::max(index + 1, step(index));
    }
    return std::move(result_);
  }

 private:
  /// Reads the element at `index`; returns the index behind it, or `index`.
  std::size_t step(std::size_t index) {
    if (words_.is_plain(index)) {
      return words_.token(index).capitalized ? step_name(index) : index;
    }
    if (const auto late = words_.phrase_length(WordClass::kLate, index); late > 0) {
      return skip_late(index + late, index);
    }
    if (const auto credit = skip_credit(index); credit > index) {
      return credit;
    }
    if (const auto end = step_address(index); end > index) {
      return end;
    }
    if (auto post = read_post(words_, index)) {
      if (is_on_behalf(words_, index)) {
        return post->end;
      }
      if (const auto end = end_of_namesake(*post); end > index) {
        return end;
      }
      complete_post(words_, *post);
      return step_post(std::move(*post));
    }
    return step_name(index);
  }

  /// "Chủ tịch Hồ Chí Minh": a name of the past, read as the body of a title or behind it, is no
  /// post of the one named next.
  std::size_t end_of_namesake(const PostReading& post) const {
    const std::size_t state = post.begin + 2;
    const bool of_state = state < words_.size() && words_.token(state).folded == "nuoc";
    const std::size_t name = state + (of_state ? 1 : 0);
    const std::size_t length = words_.phrase_length(WordClass::kNamesake, name);
    return length > 0 && name + length >= post.end ? name + length : post.begin;
  }

  std::size_t skip_late(std::size_t next, std::size_t index) const {
    if (next >= words_.size()) {
      return index;
    }
    const auto post = read_post(words_, next);
    return post ? std::max(post->end, end_of_full_name(words_, post->end, NameCue::kPerson))
                : index;
  }

  std::size_t skip_credit(std::size_t index) {
    const auto press = words_.phrase_length(WordClass::kPress, index);
    const auto credit = words_.phrase_length(WordClass::kCredit, index);
    const std::size_t next = index + std::max(press, credit);
    if (next == index || next >= words_.size()) {
      return index;
    }
    const auto gap = words_.gap_before(next);
    if (!has_any(gap, ":") && !(press > 0 && gap == " ")) {
      return index;
    }
    const std::size_t end = end_of_full_name(words_, next, NameCue::kPerson);
    if (end > next) {
      PersonElement name;
      name.begin = next;
      name.end = end;
      result_.credits.push_back(name);
    }
    return end;
  }

  std::size_t step_address(std::size_t index) {
    const auto address = std::max(words_.phrase_length(WordClass::kAddress, index),
                                  words_.phrase_length(WordClass::kDegree, index));
    if (address == 0 || is_family_of_name(index) || is_kin(index + address) ||
        (words_.token(index).capitalized && end_of_place(words_, index) > index)) {
      return index;
    }
    PersonElement element;
    element.kind = Kind::kAddress;
    element.plural = is_plural_before(index);
    push(element, index, index + address);
    return index + address;
  }

  /// "chị gái", "anh trai": a word for kin, no address.
  bool is_kin(std::size_t index) const {
    constexpr std::array<std::string_view, 7> kKin = {"gai", "trai", "ruot", "em",
                                                      "dau", "re",   "ho"};
    return index < words_.size() && words_.gap_before(index) == " " &&
           !words_.token(index).capitalized &&
           std::ranges::find(kKin, words_.token(index).folded) != kKin.end();
  }

  /// "Ông Văn Bé Sáu", at the head of a line or behind a bracket: a man of the family Ông.
  bool is_family_of_name(std::size_t index) const {
    return words_.starts(WordClass::kFamily, index) && words_.token(index).capitalized &&
           words_.starts(WordClass::kMiddle, index + 1) && continues_capitals(words_, index + 1) &&
           continues_capitals(words_, index + 2) && continues_capitals(words_, index + 3);
  }

  bool is_plural_before(std::size_t index) const {
    return index > 0 && words_.gap_before(index) == " " &&
           words_.phrase_length(WordClass::kPlural, index - 1) == 1;
  }

  std::size_t step_post(PostReading post) {
    PersonElement element;
    element.kind = Kind::kPost;
    element.plural = is_plural_before(post.begin);
    element.post = result_.posts.size();
    result_.posts.push_back(std::move(post));
    const PostReading& reading = result_.posts.back();
    push(element, reading.begin, reading.end);
    share_with_post_before();
    return reading.end;
  }

  void share_with_post_before() {
    const auto& elements = result_.elements;
    if (elements.size() > 1 && elements.back().link == Link::kComma &&
        elements[elements.size() - 2].kind == Kind::kPost) {
      share_committee(words_, result_.posts[elements.back().post],
                      result_.posts[elements[elements.size() - 2].post]);
    }
  }

  void complete_rank_before(std::size_t begin, std::size_t end) {
    if (!result_.elements.empty() && result_.elements.back().kind == Kind::kPost &&
        result_.elements.back().end == begin) {
      complete_rank(words_, end, result_.posts[result_.elements.back().post]);
    }
  }

  std::size_t step_name(std::size_t index) {
    const NameCue cue = cue_before(index);
    if (cue == NameCue::kNone && bears_name_of_person(index)) {
      return std::max(end_of_full_name(words_, index, cue), index);
    }
    PersonElement element;
    element.addressed = cue != NameCue::kNone;
    if (const auto end = end_of_full_name(words_, index, cue); end > index) {
      if (words_.phrase_length(WordClass::kNamesake, index) == end - index &&
          cue != NameCue::kPerson) {
        return end;
      }
      complete_rank_before(index, end);
      push(element, index, end);
      return end;
    }
    if (cue != NameCue::kNone) {
      if (const auto end = end_of_short_name(words_, index);
          end > index && (cue == NameCue::kPerson || end_of_place(words_, index) == index)) {
        if (is_kin_remark(index, end)) {
          result_.elements.pop_back();
          return end;
        }
        element.kind = Kind::kShortName;
        push(element, index, end);
        return end;
      }
    }
    return index;
  }

  /// "bà Lê Thị Bảy (chị gái ông Tám), Bí thư Tỉnh ủy": who is kin to the one named is no owner of
  /// what follows.
  bool is_kin_remark(std::size_t index, std::size_t end) const {
    constexpr std::array<std::string_view, 9> kKin = {"vo",  "chong", "con", "em",  "anh",
                                                      "chi", "bo",    "me",  "chau"};
    constexpr std::size_t kMostKinTokens = 5;
    if (end >= words_.size() || !has_any(words_.gap_before(end), ")")) {
      return false;
    }
    for (std::size_t i = index; i > 0 && index - i <= kMostKinTokens; --i) {
      if (has_any(words_.gap_before(i), "(")) {
        return std::ranges::find(kKin, words_.token(i).folded) != kKin.end();
      }
    }
    return false;
  }

  NameCue cue_before(std::size_t index) const {
    if (result_.elements.empty()) {
      return NameCue::kNone;
    }
    const PersonElement& before = result_.elements.back();
    if (before.end != index) {
      return NameCue::kNone;
    }
    const Link link = near_link(words_, before, index);
    const bool near = link == Link::kBlank || link == Link::kColon;
    if (!near) {
      return NameCue::kNone;
    }
    if (before.kind == Kind::kAddress) {
      return NameCue::kPerson;
    }
    if (before.kind != Kind::kPost || link != Link::kBlank) {
      return NameCue::kNone;
    }
    const PostReading& post = result_.posts[before.post];
    return post.kind == PostKind::kRank ? NameCue::kPerson : NameCue::kBody;
  }

  /// Whether the words before token `index` bear names of persons: "phường", "số 18".
  bool bears_name_of_person(std::size_t index) const {
    if (index == 0 || words_.gap_before(index) != " ") {
      return false;
    }
    if (words_.token(index - 1).kind != Token::Kind::kWord ||
        words_.phrase_length(WordClass::kNamedUnit, index - 1) == 1) {
      return true;
    }
    return index > 1 && words_.phrase_length(WordClass::kNamedUnit, index - 2) == 2;
  }

  void push(PersonElement element, std::size_t begin, std::size_t end) {
    drop_pronoun(begin);
    element.begin = begin;
    element.end = end;
    element.link =
        result_.elements.empty() ? Link::kFar : link_to(words_, result_.elements.back(), begin);
    result_.elements.push_back(element);
  }

  /// "con trai ông, hiện là ...": an address that names nobody parts no name from its post.
  void drop_pronoun(std::size_t begin) {
    auto& elements = result_.elements;
    if (!elements.empty() && elements.back().kind == Kind::kAddress && !elements.back().plural &&
        elements.back().link == Link::kFar && elements.back().end < begin &&
        begin - elements.back().end < kMostPronounTokens) {
      elements.pop_back();
    }
  }

  const WordedText& words_;
  PersonScan result_;
};

}  // namespace

PersonScan scan_persons(const WordedText& words) {
  return PersonScanner(words).scan();
}

}  // namespace tracuu
