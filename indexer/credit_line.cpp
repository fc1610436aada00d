#include "indexer/credit_line.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/syllable.h"
#include "indexer/line_shape.h"
#include "indexer/line_text.h"
#include "indexer/portal_name.h"
#include "indexer/publisher_name.h"
#include "indexer/source_line.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxBytes = 200;
constexpr std::size_t kMaxSourceBytes = 90;
constexpr std::size_t kMaxSourceWords = 9;

// What is done with another's text, before the word that names it.
constexpr std::string_view kTakenFrom[] = {"tong hop theo",
                                           "tong hop tu",
                                           "trich theo",
                                           "luoc theo",
                                           "dan theo",
                                           "theo nguon tin",
                                           "theo nguon",
                                           "bien dich tu",
                                           "dich tu",
                                           "luoc dich tu",
                                           "nguon tin",
                                           "nguon",
                                           "trich tu",
                                           "trich nguon",
                                           "tong hop nguon",
                                           "theo",
                                           "source",
                                           "t/h tu",
                                           "t/h theo",
                                           "tu",
                                           "dan nguon",
                                           "link goc",
                                           "nguon bai viet",
                                           "tong hop tu nguon",
                                           "nguon tin bai",
                                           "nguon tham khao",
                                           "link nguon",
                                           "bai goc",
                                           "lien ket nguon tin",
                                           "lien ket nguon",
                                           "xem bai goc",
                                           "dang lai tu",
                                           "duoc dang lai tu",
                                           "bai viet duoc dang lai tu",
                                           "dan lai tu",
                                           "dia chi goc",
                                           "duong dan goc"};

std::string_view trimmed(std::string_view text) {
  return trim_marks(text, " ()[]*.:;,|/-");
}

/// Returns whether a text can be what a site or paper is called.
bool can_be_source(std::string_view text) {
  const LineShape shape = shape_of(text, text);
  return !text.empty() && text.size() <= kMaxSourceBytes && !shape.words.empty() &&
         shape.words.size() <= kMaxSourceWords && shape.numbers == 0 &&
         (!shape.begins_lower || is_publisher(text)) &&
         text.find_first_of(";:?!\"") == std::string_view::npos &&
         text.find(". ") == std::string_view::npos;
}

/// Returns whether a text is a site or paper by itself, with no word that says so.
bool is_source(std::string_view text) {
  return is_host(text) || is_agency(text) || (is_publisher(text) && can_be_source(text)) ||
         is_portal_name(shape_of(text, text), text);
}

/// Returns what stands behind words that name another's text, nothing when there are none. A person
/// behind a bare "theo" is for read_byline().
std::optional<std::string_view> behind_taken_from(std::string_view text) {
  const std::string folded = fold(text);
  std::string_view best;
  for (const std::string_view words : kTakenFrom) {
    const bool opens = folded.starts_with(words) && folded.size() > words.size() &&
                       (folded[words.size()] == ' ' || folded[words.size()] == ':');
    best = opens && words.size() > best.size() ? words : best;
  }
  if (best.empty() || (best == "tu" && text.find(':') == std::string_view::npos)) {
    return std::nullopt;
  }
  std::size_t at = 0;
  for (auto words = std::count(best.begin(), best.end(), ' ') + 1; words > 0; --words) {
    at = text.find_first_of(" :", at == 0 ? 0 : at + 1);
  }
  return at == std::string_view::npos ? text.substr(text.size()) : trimmed(text.substr(at));
}

/// Reads one part of a line: a person, a source, or a person and the source behind.
class PartReader {
 public:
  PartReader(std::string_view line, BylinePlace place) : line_(line), place_(place) {}

  bool read(std::string_view part, Credit& credit) const {
    part = trimmed_ends(part);
    return read_bracket(part, credit) || read_slash(part, credit) || read_dash(part, credit) ||
           read_theo_inside(part, credit) || read_whole(part, credit);
  }

 private:
  static std::string_view trimmed_ends(std::string_view part) {
    const std::size_t begin = part.find_first_not_of(" *|");
    return begin == std::string_view::npos
               ? part.substr(part.size())
               : part.substr(begin, part.find_last_not_of(" *|,;") - begin + 1);
  }

  static void put(std::optional<Span>& field, Span span) {
    if (!field) {
      field = span;
    }
  }

  bool put_author(std::string_view text, Credit& credit) const {
    const auto names = text.empty() ? std::nullopt : read_byline(text, place_);
    if (names) {
      put(credit.author, span_in(line_, slice(text, *names)));
    }
    return names.has_value();
  }

  bool put_source(std::string_view text, Credit& credit) const {
    text = trimmed(without_issue(trimmed(text)));
    if (names_nobody(text) || (!is_host(text) && !can_be_source(text))) {
      return false;
    }
    put(credit.source, span_in(line_, text));
    return true;
  }

  /// Reads the person or source that stands before a source.
  bool put_head(std::string_view head, Credit& credit) const {
    head = trimmed_ends(head);
    const auto taken = behind_taken_from(head);
    return put_author(taken ? *taken : head, credit);
  }

  // "Hồng Nhung (theo haiphong.gov.vn)", "Theo Lan Chinh (Vnexpress)", "Bích Lam (TTXVN)".
  bool read_bracket(std::string_view part, Credit& credit) const {
    const std::size_t open = part.rfind('(');
    if (open == std::string_view::npos || open == 0 || !part.ends_with(')')) {
      return false;
    }
    const std::string_view inner = trimmed(part.substr(open));
    const std::string_view head = part.substr(0, open);
    const auto taken = behind_taken_from(inner);
    const bool borrowed =
        behind_taken_from(head).has_value() && !opens_with_one_of(fold(inner), kByHand);
    if (taken ? !can_be_source(*taken) && !is_host(*taken) : !is_source(inner) && !borrowed) {
      return false;
    }
    Credit found = credit;
    if (!put_head(head, found) || !put_source(taken.value_or(inner), found)) {
      return false;
    }
    credit = found;
    return true;
  }

  // "Minh Hạnh/VOV", "Theo Mỹ Lê/Vnexpress.net", "Thiên Kim / Theo Trí Thức Trẻ".
  bool read_slash(std::string_view part, Credit& credit) const {
    const std::size_t slash = part.find('/');
    if (slash == std::string_view::npos || slash == 0 || is_host(trimmed(part))) {
      return false;
    }
    const std::string_view head = part.substr(0, slash);
    std::string_view tail = trimmed(part.substr(slash + 1));
    tail = tail.substr(0, tail.find(" ("));
    tail = behind_taken_from(tail).value_or(tail);
    // Behind one person another may stand.
    const bool person = !is_source(tail) && read_byline(tail, BylinePlace::kCredited).has_value();
    Credit found = credit;
    if (person || !put_head(head, found) || !put_source(tail, found)) {
      return false;
    }
    credit = found;
    return true;
  }

  // "Lê Thu - baobinhan.vn", "Hoàng Nam - Báo Nhân Dân".
  bool read_dash(std::string_view part, Credit& credit) const {
    const std::size_t dash = part.rfind(" - ");
    if (dash == std::string_view::npos) {
      return false;
    }
    const std::string_view tail = trimmed(part.substr(dash + 3));
    const auto taken = behind_taken_from(tail);
    Credit found = credit;
    if ((!taken && !is_source(tail)) || !put_head(part.substr(0, dash), found) ||
        !put_source(taken.value_or(tail), found)) {
      return false;
    }
    credit = found;
    return true;
  }

  // "Tuấn Vĩ Theo China Daily", "Hà Ánh tổng hợp theo TTXVN".
  bool read_theo_inside(std::string_view part, Credit& credit) const {
    for (const std::string_view word : {" theo ", " Theo ", " Ngu\u1ED3n: ", " ngu\u1ED3n: "}) {
      const std::size_t at = part.find(word);
      if (at == std::string_view::npos || at == 0) {
        continue;
      }
      Credit found = credit;
      if (put_head(part.substr(0, at), found) && put_source(part.substr(at + word.size()), found)) {
        credit = found;
        return true;
      }
    }
    return false;
  }

  bool read_whole(std::string_view part, Credit& credit) const {
    const std::string_view text = trimmed(part);
    if (const auto taken = behind_taken_from(text)) {
      const bool theo = fold(text).starts_with("theo ");
      if (theo && !is_source(*taken) && put_author(part, credit)) {
        return true;
      }
      return put_source(*taken, credit);
    }
    if (place_ != BylinePlace::kBelowTitle && (is_host(text) || is_agency(text))) {
      return put_source(text, credit);
    }
    return put_author(part, credit);
  }

  // Words in brackets about how the text was made.
  static constexpr std::string_view kByHand[] = {"tong hop", "t/h", "luoc dich", "thuc hien",
                                                 "ghi",      "st",  "suu tam",   "bien dich"};

  std::string_view line_;
  BylinePlace place_;
};

/// Cuts a line at the bars and semicolons between its parts.
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of("|;"), line.size());
    if (!trimmed(line.substr(0, end)).empty()) {
      parts.push_back(line.substr(0, end));
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return parts;
}

}  // namespace

std::optional<Credit> read_credit(std::string_view normalized, BylinePlace place) {
  if (normalized.empty() || normalized.size() > kMaxBytes || normalized.ends_with(':')) {
    return std::nullopt;
  }
  Credit credit;
  const PartReader reader(normalized, place);
  const std::vector<std::string_view> parts = parts_of(normalized);
  const bool all = std::all_of(parts.begin(), parts.end(),
                               [&](std::string_view part) { return reader.read(part, credit); });
  if (all && (credit.author || credit.source)) {
    return credit;
  }
  // Tools and photographers behind a bar are for read_byline() to cut.
  if (const auto names = read_byline(normalized, place)) {
    return Credit{names, std::nullopt};
  }
  return std::nullopt;
}

}  // namespace tracuu
