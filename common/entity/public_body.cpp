#include "common/entity/public_body.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/body_tail.h"
#include "common/entity/body_words.h"
#include "common/entity/person_name.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostTokens = 32;

template <std::size_t kSize>
bool is_one_of(std::string_view word, const std::array<std::string_view, kSize>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class BodyReader {
 public:
  BodyReader(const WordedText& words, std::size_t index)
      : words_(words), begin_(index), next_(index), solid_(index) {}

  Body read() {
    while (next_ < words_.size() && next_ < begin_ + kMostTokens && kind_ != BodyKind::kPlural &&
           passes_gap() && takes_word()) {
    }
    if (solid_ == begin_) {
      return {begin_, begin_, kind_ == BodyKind::kPlural ? kind_ : BodyKind::kNone};
    }
    if (foreign_) {
      return {begin_, solid_, BodyKind::kForeign};
    }
    if (kind_ == BodyKind::kUnknown && is_short_name()) {
      return {begin_, begin_, BodyKind::kNone};
    }
    if (kind_ == BodyKind::kState && private_ && is_weak_body(words_.token(begin_).folded)) {
      return {begin_, solid_, BodyKind::kPrivate};
    }
    if (private_ && kind_ != BodyKind::kState && kind_ != BodyKind::kPlural) {
      return {begin_, solid_, BodyKind::kPrivate};
    }
    return {begin_, solid_, kind_};
  }

 private:
  /// "Bộ trưởng Hùng": capitals that say nothing and could be a given name.
  bool is_short_name() const { return end_of_short_name(words_, begin_) == solid_; }

  bool passes_gap() {
    if (next_ == begin_) {
      return true;
    }
    if (last_ == WordClass::kJoint && words_.gap_before(next_) == "\n") {
      return true;  // "Sở Thông tin và" / "Truyền thông"
    }
    switch (join_of(words_.gap_before(next_), words_.token(next_ - 1), words_.token(next_))) {
      case Join::kBlank:
      case Join::kTie:
        return true;
      case Join::kDash:
        return words_.starts(WordClass::kField, next_) &&
               !begins_person_or_title(words_, next_, begin_);
      case Join::kComma:
        return passes_comma();
      case Join::kStop:
        return false;
    }
    return false;
  }

  bool passes_comma() {
    if (begins_person_or_title(words_, next_, begin_)) {
      return false;
    }
    const bool field = words_.starts(WordClass::kField, next_) && last_ == WordClass::kField &&
                       (words_.token(next_).capitalized ? !words_.token(next_).all_caps
                                                        : is_listed_field(words_, next_));
    if (!field && (words_.starts(WordClass::kStateBody, next_) ||
                   words_.starts(WordClass::kPrivateBody, next_))) {
      const bool sub_unit = !above_ && !is_top_body(words_.token(begin_).folded) &&
                            words_.token(next_).capitalized && kind_ != BodyKind::kNone;
      above_ = true;
      return sub_unit;
    }
    return field;
  }

  bool takes_word() {
    if (begins_person_or_title(words_, next_, begin_)) {
      return false;
    }
    const Token& token = words_.token(next_);
    if (token.kind != Token::Kind::kWord) {
      return takes_number(token);
    }
    // "... TỈNH LÀM VIỆC VỚI": in a shouted headline capitals name nothing.
    if (token.all_caps && next_ > begin_ && words_.token(next_ - 1).all_caps &&
        words_.starts(WordClass::kStatement, next_) && !words_.starts(WordClass::kField, next_)) {
      return false;
    }
    // "... trẻ em VN Phát biểu chỉ đạo": the stop before the next sentence was left out.
    if (token.capitalized && next_ > begin_ &&
        words_.phrase_length(WordClass::kStatement, next_) >
            std::max<std::size_t>(1, field_length(words_, next_))) {
      return false;
    }
    if (const auto place = end_of_place(words_, next_); place > next_) {
      return take(place - next_, WordClass::kPlace, BodyKind::kState);
    }
    if (words_.is_plain(next_)) {
      return takes_other(token);
    }
    return takes_listed(token) || takes_other(token);
  }

  bool takes_listed(const Token& token) {
    const auto state = words_.phrase_length(WordClass::kStateBody, next_);
    const auto other = words_.phrase_length(WordClass::kPrivateBody, next_);
    const auto field = field_length(words_, next_);
    const auto unit = words_.phrase_length(WordClass::kUnit, next_);
    const auto foreign = words_.phrase_length(WordClass::kForeign, next_);
    const bool first = solid_ == begin_;
    if (field > 0 && !token.capitalized && unit < field && says_what_it_does(field)) {
      return false;
    }
    // "Vụ Pháp chế" is not French, "xã Mỹ Đức" not German.
    if (foreign > field && token.capitalized && !in_unit_) {
      foreign_ = true;
      return take(foreign, WordClass::kForeign, BodyKind::kForeign);
    }
    if (other > 0 && other >= state && (other > field || (first && other == field)) &&
        (token.capitalized || first)) {
      private_ = true;
      return take(other, WordClass::kPrivateBody, BodyKind::kPrivate);
    }
    if (field > state && field > unit) {
      return take(field, WordClass::kField, BodyKind::kField);
    }
    if (unit > 0 && unit >= state && !token.all_caps) {
      return take(unit, WordClass::kUnit, BodyKind::kState);
    }
    if (state > 0 && (token.capitalized || first || last_ == WordClass::kJoint)) {
      return take(state, WordClass::kStateBody, BodyKind::kState);
    }
    if (unit > 0) {
      return take(unit, WordClass::kUnit, BodyKind::kState);
    }
    if (field > 0) {
      return take(field, WordClass::kField, BodyKind::kField);
    }
    if (words_.starts(WordClass::kPlural, next_) && !token.capitalized) {
      return ends_in_plural();
    }
    return takes_joint();
  }

  /// Whether the field in small letters at the next token is a verb: "UBND tỉnh thông tin: sóng",
  /// "Ban Chỉ đạo tỉnh điều hành", "Bộ Quốc phòng kiểm tra".
  bool says_what_it_does(std::size_t field) const {
    const bool verb = words_.phrase_length(WordClass::kStatement, next_) >= field;
    if (last_ == WordClass::kUnit) {
      return verb || stands_before_mark(words_, next_ + field);
    }
    return verb && last_ == WordClass::kField && last_capitalized_ &&
           is_top_body(words_.token(begin_).folded);
  }

  /// "UBND 21 xã", "đảng ủy 23/23 xã".
  bool counts_units() const {
    std::size_t unit = next_ + 1;
    if (unit < words_.size() && words_.gap_before(unit) == "/") {
      ++unit;
    }
    return last_ == WordClass::kStateBody && unit < words_.size() &&
           words_.gap_before(unit) == " " && words_.starts(WordClass::kUnit, unit) &&
           words_.token(next_).span.size() <= 3;
  }

  /// "UBND các huyện": several bodies, whose unit is still a part of the name.
  bool ends_in_plural() {
    kind_ = BodyKind::kPlural;
    if (solid_ > begin_ && words_.starts(WordClass::kUnit, next_ + 1) &&
        words_.gap_before(next_ + 1) == " ") {
      solid_ = next_ + 2;
    }
    return false;
  }

  bool takes_joint() {
    const auto length = words_.phrase_length(WordClass::kJoint, next_);
    const std::size_t after = next_ + length;
    if (length == 0 || solid_ == begin_ || after >= words_.size() ||
        words_.gap_before(after) != " ") {
      return false;
    }
    const bool and_word = words_.token(next_).folded == "va";
    const bool body = words_.starts(WordClass::kStateBody, after);
    const std::size_t field = field_length(words_, after);
    const bool place =
        words_.starts(WordClass::kUnit, after) || end_of_place(words_, after) > after;
    const bool goes_on =
        and_word ? field > 0 || (body && is_assembly(words_, after)) : body || field > 0 || place;
    if (!goes_on || (and_word && words_.phrase_length(WordClass::kStateBody, after) >= field &&
                     !is_assembly(words_, after))) {
      return false;
    }
    next_ = after;
    last_ = WordClass::kJoint;
    return true;
  }

  bool takes_number(const Token& token) {
    constexpr std::array<std::string_view, 15> kNumbered = {
        "khu", "phuong", "quan", "to",  "doi",  "cuc",  "an",  "p",
        "q",   "thon",   "ap",   "pho", "buon", "khom", "hanh"};
    if (next_ > begin_ && words_.gap_before(next_).empty()) {
      return take(1, WordClass::kField, kind_);
    }
    if (counts_units()) {
      return ends_in_plural();
    }
    if (token.kind != Token::Kind::kNumber || next_ == begin_ ||
        !is_one_of(words_.token(next_ - 1).folded, kNumbered)) {
      return false;
    }
    return take(1, WordClass::kUnit, kind_);
  }

  bool takes_other(const Token& token) {
    if (token.capitalized || words_.gap_before(next_) == "'") {
      foreign_ |= begins_foreign_place(token);
      return take(1, WordClass::kCount, BodyKind::kUnknown);
    }
    // The second syllable of a word unknown to the tables: "Cục Giám định".
    const bool second = last_ == WordClass::kCount && !in_unit_ && solid_ == next_ &&
                        next_ > begin_ && words_.token(next_ - 1).capitalized &&
                        !words_.token(next_ - 1).all_caps &&
                        !words_.starts(WordClass::kStatement, next_);
    return second && take(1, WordClass::kField, kind_);
  }

  /// "tỉnh Aichi": no province of ours is spelled so.
  bool begins_foreign_place(const Token& token) const {
    const std::string_view before =
        next_ == 0 ? std::string_view() : std::string_view(words_.token(next_ - 1).folded);
    return last_ == WordClass::kUnit && (before == "tinh" || before == "pho") && !token.all_caps &&
           token.folded.size() > 2 && !is_vietnamese_syllable(token.folded) &&
           !words_.starts(WordClass::kHighland, next_);
  }

  bool take(std::size_t length, WordClass word_class, BodyKind kind) {
    const bool vague = kind_ == BodyKind::kField || kind_ == BodyKind::kUnknown;
    if (kind_ == BodyKind::kNone || (vague && word_class == WordClass::kStateBody)) {
      kind_ = kind;
    }
    in_unit_ = word_class == WordClass::kUnit || word_class == WordClass::kPlace ||
               (in_unit_ && word_class == WordClass::kCount);
    last_capitalized_ = words_.token(next_).capitalized;
    next_ += length;
    solid_ = next_;
    last_ = word_class;
    return true;
  }

  const WordedText& words_;
  std::size_t begin_;
  std::size_t next_;
  std::size_t solid_;  ///< behind the last word that is more than a joint
  WordClass last_ = WordClass::kCount;
  BodyKind kind_ = BodyKind::kNone;
  bool private_ = false;
  bool foreign_ = false;
  bool above_ = false;
  bool last_capitalized_ = false;
  bool in_unit_ = false;  ///< reading the name behind "xã"
};

}  // namespace

Body read_body(const WordedText& words, std::size_t index) {
  Body body = BodyReader(words, index).read();
  if (const std::size_t end = end_before_person(words, body); end > body.end) {
    body.end = end;
    body.kind = BodyKind::kState;
  }
  if (body.kind == BodyKind::kState && is_weak_body(words.token(body.begin).folded) &&
      belongs_to_company(words, body)) {
    body.kind = BodyKind::kPrivate;
  }
  return body;
}

}  // namespace tracuu
