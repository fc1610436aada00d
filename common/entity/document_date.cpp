#include <algorithm>
#include <iterator>
#include <vector>

#include "common/entity/date_words.h"
#include "common/entity/document_clause.h"
#include "common/entity/document_reference.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

constexpr std::size_t kNearWords = 14;  ///< "của Ban Chấp hành Trung ương Đảng ngày ..."
constexpr std::size_t kClauseWords = 40;  ///< "... về việc ... được ban hành ngày ..."
constexpr std::size_t kTextWords = 150;   ///< from one sentence to the next ones

/// A date by tokens.
struct PlacedDate {
  std::size_t first = 0;
  std::size_t end = 0;
  DateMention* mention = nullptr;
};

class DateTier {
 public:
  DateTier(const TokenizedText& text, DocumentReferences& found, std::vector<DateMention>& dates)
      : text_(text), references_(found.references), bare_types_(found.bare_types) {
    place(dates);
  }

  void tie() {
    for (std::size_t i = 0; i < references_.size(); ++i) {
      tie_date_behind(i);
    }
    for (std::size_t i = 0; i < references_.size(); ++i) {
      tie_date_in_front(i);
    }
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      tie_date_of_bare_type(i);
    }
  }

 private:
  void place(std::vector<DateMention>& dates) {
    std::size_t token = 0;
    for (DateMention& date : dates) {
      while (token < text_.tokens.size() && text_.tokens[token].span.begin < date.span.begin) {
        ++token;
      }
      PlacedDate placed{.first = token, .end = token, .mention = &date};
      while (placed.end < text_.tokens.size() &&
             text_.tokens[placed.end].span.begin < date.span.end) {
        ++placed.end;
      }
      dates_.push_back(placed);
    }
    used_.resize(dates_.size(), false);
  }

  std::size_t first_date_from(std::size_t token) const {
    const auto found = std::ranges::lower_bound(dates_, token, {}, &PlacedDate::first);
    return static_cast<std::size_t>(found - dates_.begin());
  }

  bool is_full_day(const PlacedDate& date) const {
    return date.mention->date.precision == DatePrecision::kDay;
  }

  /// "từ 11/2/2017", "trước ngày 1/7": a term, not the day of signing.
  bool is_term(const PlacedDate& date) const {
    if (date.first == 0 || gap_behind(text_, date.first - 1).newline) {
      return false;
    }
    const DateWord word = date_word(text_.tokens[date.first - 1]);
    if (word == DateWord::kEdge && date.first > 1 && is_issuing_verb(text_, date.first - 2)) {
      return false;  // "ban hành cuối năm 2024"
    }
    return word == DateWord::kFrom || word == DateWord::kUntil || word == DateWord::kEdge ||
           (word == DateWord::kNear && !is_one_of(text_, date.first - 1, {"vao", "trong", "luc"}));
  }

  /// A paper has a day or a month or a year; it has no period and is no goal.
  bool can_date_a_paper(const PlacedDate& date) const {
    const DatePrecision precision = date.mention->date.precision;
    return precision != DatePrecision::kYearRange && precision != DatePrecision::kQuarter &&
           date.mention->role != DateRole::kTarget && date.end > date.first && !is_term(date);
  }

  /// "ngày", "tháng" or "năm" in front of the digits.
  bool begins_with_word(const PlacedDate& date) const {
    return text_.tokens[date.first].kind == Token::Kind::kWord;
  }

  /// A paper numbered 72/2013 was not issued in 2017.
  bool years_agree(const DocumentReference& reference, const PlacedDate& date) const {
    const int numbered = reference.mention.number.year;
    const int dated = date.mention->date.year;
    return numbered == 0 || dated == 0 || numbered == dated;
  }

  void tie_to(std::size_t reference, std::size_t date) {
    DocumentMention& mention = references_[reference].mention;
    mention.date = dates_[date].mention->date;
    mention.date_span = dates_[date].mention->span;
    dates_[date].mention->role = DateRole::kIssued;
    used_[date] = true;
  }

  void tie_date_behind(std::size_t index) {
    const DocumentReference& reference = references_[index];
    const std::size_t date = first_date_from(reference.end);
    if (date >= dates_.size() || used_[date]) {
      return;
    }
    const PlacedDate& placed = dates_[date];
    // "phiên họp Tổ công tác Đề án 06 ngày 9/9": a popular name is no paper to be signed.
    const bool named = reference.mention.number.number == 0 &&
                       reference.mention.number.issuer.empty() &&
                       reference.mention.type_name == "Đề án";
    if (named && gap_behind(text_, placed.first == 0 ? 0 : placed.first - 1).last != '(') {
      return;
    }
    const bool since = is_dated_since(text_, reference.end, placed.first, placed.end);
    if (!since && !can_date_a_paper(placed)) {
      return;
    }
    const std::size_t limit =
        index + 1 < references_.size() ? references_[index + 1].first : text_.tokens.size();
    if (!years_agree(reference, placed) || placed.first >= limit ||
        placed.first - reference.end > kClauseWords ||
        sentence_ends_between(text_, reference.end - 1, placed.first)) {
      return;
    }
    const bool common = !since && is_common_date(reference, placed);
    if (since || common || is_date_of(reference, placed)) {
      tie_to(index, date);
    }
    if (common) {
      tie_neighbours(index, date);
    }
  }

  /// "Kế hoạch số 33 và Hướng dẫn số 05, cùng ngày 3/5/2012", "... cùng thông qua ngày 10/12".
  bool is_common_date(const DocumentReference& reference, const PlacedDate& date) const {
    return date.first > reference.end && is_one_of(text_, reference.end, {"cung", "deu"}) &&
           (date.first == reference.end + 1 || was_issued_on(text_, reference.end, date.first));
  }

  /// Gives a date to the papers listed right before reference `index` as well.
  void tie_neighbours(std::size_t index, std::size_t date) {
    for (std::size_t i = index; i > 0 && !references_[i - 1].mention.date &&
                                references_[i].first - references_[i - 1].end <= 2 &&
                                years_agree(references_[i - 1], dates_[date]);
         --i) {
      tie_to(i - 1, date);
    }
  }

  bool is_date_of(const DocumentReference& reference, const PlacedDate& date) const {
    if (date.first == reference.end) {
      return follows_at_once(gap_behind(text_, reference.end - 1), date);
    }
    const std::size_t last = date.first - 1;
    const std::size_t words = date.first - reference.end;
    if (is_issuing_verb(text_, last) || was_issued_on(text_, reference.end, date.first)) {
      return true;
    }
    const Gap before = gap_behind(text_, last);
    const Gap after = gap_behind(text_, date.end - 1);
    if (before.last == '(' && after.first == ')' && is_full_day(date)) {
      return begins_with_word(date) || words <= kNearWords;
    }
    if (words > kNearWords || !is_one_of(text_, reference.end, {"cua", "do"})) {
      return false;
    }
    const bool said = is_full_day(date) || (begins_with_word(date) && before.blank());
    return said && only_names_issuer(text_, reference.end + 1, date.first) &&
           !(before.is(',') && opens_clause(date));
  }

  /// "..., ngày 3-4-2015 Ban Thường vụ Tỉnh ủy đã ban hành": the date of what comes.
  bool opens_clause(const PlacedDate& date) const {
    return date.end < text_.tokens.size() && gap_behind(text_, date.end - 1).blank() &&
           text_.tokens[date.end].capitalized;
  }

  bool follows_at_once(const Gap& gap, const PlacedDate& date) const {
    if (gap.bare()) {
      return !gap.newline || begins_with_word(date);
    }
    const bool day = is_full_day(date);
    const bool closed = gap_behind(text_, date.end - 1).first == ')';
    if (gap.is('(')) {
      return day || begins_with_word(date);
    }
    return gap.is(',') && day && (begins_with_word(date) || closed) && !opens_clause(date);
  }

  /// "Ngày 26/12/2012, UBND Thành phố Hà Nội đã ban hành quyết định số 6109/QĐ-UBND".
  void tie_date_in_front(std::size_t index) {
    const DocumentReference& reference = references_[index];
    if (reference.mention.date || reference.first == 0) {
      return;
    }
    const std::size_t behind = first_date_from(reference.first);
    if (behind == 0) {
      return;
    }
    const std::size_t date = behind - 1;
    const PlacedDate& placed = dates_[date];
    const std::size_t floor = index == 0 ? 0 : references_[index - 1].end;
    if (used_[date] || !can_date_a_paper(placed) || !years_agree(reference, placed) ||
        placed.first < floor || placed.end > reference.first ||
        reference.first - placed.end > kClauseWords ||
        placed.mention->date.precision == DatePrecision::kYear ||
        sentence_ends_between(text_, placed.end - 1, reference.first)) {
      return;
    }
    if (placed.end == reference.first && placed.first > 0 &&
        gap_behind(text_, placed.end - 1).blank() && is_issuing_date(text_, placed.first)) {
      tie_to(index, date);
      return;
    }
    std::size_t verb = reference.first - 1;
    while (verb > placed.end &&
           is_one_of(text_, verb, {"cac", "hai", "ba", "mot", "bo", "van", "ban"}) &&
           !is_issuing_verb(text_, verb)) {
      --verb;
    }
    const bool has = is_one_of(text_, verb, {"co"}) && reference.mention.number.number != 0;
    if (verb >= placed.end &&
        (is_issuing_verb(text_, verb) || has ||
         (bears_number(text_, verb, placed.end) && is_issuing_date(text_, placed.first)) ||
         was_approved_by(text_, placed.end, reference.first))) {
      tie_to(index, date);
    }
  }

  /// "Quyết định được ký ngày 03/6/2020" speaks of the decision before; "Ngày 26/12/2012, UBND ban
  /// hành quyết định phê duyệt ... (số 6109/QĐ-UBND)" of the one to come.
  void tie_date_of_bare_type(std::size_t date) {
    const PlacedDate& placed = dates_[date];
    if (used_[date] || !can_date_a_paper(placed) || bare_types_.empty()) {
      return;
    }
    const auto next = std::ranges::lower_bound(bare_types_, placed.first, {}, &BareType::first);
    if (next != bare_types_.begin() && placed.first > 0 &&
        is_issuing_verb(text_, placed.first - 1)) {
      const BareType& type = *std::prev(next);
      if (placed.first - type.end <= kNearWords &&
          !sentence_ends_between(text_, type.end - 1, placed.first)) {
        tie_nearest(type, date, /*backward=*/true);
        return;
      }
    }
    if (next == bare_types_.end() || next->first - placed.end > kNearWords || next->first == 0 ||
        !is_issuing_verb(text_, next->first - 1) || !is_full_day(placed) ||
        sentence_ends_between(text_, placed.end - 1, next->first)) {
      return;
    }
    tie_nearest(*next, date, /*backward=*/false);
  }

  void tie_nearest(const BareType& type, std::size_t date, bool backward) {
    const auto next =
        std::ranges::lower_bound(references_, type.first, {}, &DocumentReference::first);
    if (backward ? next == references_.begin() : next == references_.end()) {
      return;
    }
    const auto target = backward ? std::prev(next) : next;
    const std::size_t distance = backward ? type.first - target->end : target->first - type.end;
    if (!target->mention.date && years_agree(*target, dates_[date]) &&
        (type.code.empty() || target->mention.number.type == type.code) &&
        distance <= (backward ? kTextWords : kClauseWords)) {
      tie_to(static_cast<std::size_t>(target - references_.begin()), date);
    }
  }

  const TokenizedText& text_;
  std::vector<DocumentReference>& references_;
  const std::vector<BareType>& bare_types_;
  std::vector<PlacedDate> dates_;
  std::vector<bool> used_;
};

}  // namespace

void tie_dates(const TokenizedText& text, DocumentReferences& found,
               std::vector<DateMention>& dates) {
  DateTier(text, found, dates).tie();
  share_dates(found.references);
}

}  // namespace tracuu
