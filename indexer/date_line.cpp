#include "indexer/date_line.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/byline.h"
#include "indexer/credit_line.h"
#include "indexer/date_stamp.h"
#include "indexer/page_tools.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxBytes = 320;
constexpr std::size_t kMaxTokens = 48;
constexpr std::size_t kMaxSectionWords = 5;
constexpr std::size_t kMaxClockWords = 6;
constexpr std::size_t kMaxLabelledWords = 8;
constexpr std::size_t kMaxNameWords = 5;

constexpr std::string_view kDateWords[] = {
    "thu",       "hai",     "ba",       "tu",     "nam",  "sau",     "bay",     "chu",
    "nhat",      "cn",      "ngay",     "thang",  "luc",  "hoi",     "gio",     "phut",
    "giay",      "h",       "g",        "gmt",    "utc",  "am",      "pm",      "sa",
    "ch",        "sang",    "chieu",    "toi",    "trua", "dang",    "cap",     "gui",
    "tao",       "viet",    "xuat",     "ban",    "phat", "hanh",    "lan",     "cuoi",
    "published", "posted",  "updated",  "date",   "time", "on",      "at",      "thoi",
    "gian",      "bai",     "tin",      "duoc",   "vao",  "monday",  "tuesday", "wednesday",
    "thursday",  "friday",  "saturday", "sunday", "t",    "created", "last",    "modified",
    "sua",       "publish", "pub",      "voi",    "da",   "doc",     "dua"};

// Words beside which a date is not that of the page's publication.
constexpr std::string_view kOtherDates[] = {"ban hanh",   "hieu luc", "het han",   "giay phep",
                                            "dien thoai", "dia chi",  "ngay sinh", "ngay ky"};
constexpr std::string_view kClockWords[] = {"lien he",   "sitemap",        "site map", "so do",
                                            "hotline",   "duong day nong", "english",  "tieng viet",
                                            "dang nhap", "dang ky",        "hom nay",  "bay gio",
                                            "thoi tiet", "nhiet do",       "tim kiem"};
constexpr std::string_view kSectionLabels[] = {"chuyen muc", "danh muc", "nguoi dang",
                                               "dang boi",   "boi",      "by",
                                               "nguon",      "tac gia",  "the loai"};

/// Tokens between two dividers of a line: [begin, end).
struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool has_stamp = false;
  std::vector<std::size_t> unknown;  ///< tokens that are neither date words nor tools
};

class LineReader {
 public:
  LineReader(std::string_view normalized, bool american)
      : line_(tokenized(normalized)), folded_(fold(normalized)) {
    if (line_.tokens.size() <= kMaxTokens) {
      stamps_ = find_stamps(line_, american);
    }
  }

  std::optional<DateLine> read() {
    if (stamps_.empty() || holds_one_of(folded_, kOtherDates) || names_paper()) {
      return std::nullopt;
    }
    result_.clock = holds_one_of(folded_, kClockWords) ||
                    line_.normalized.find("\u00B0") != std::string_view::npos;
    const std::vector<Segment> segments = split();
    if (!std::all_of(segments.begin(), segments.end(),
                     [this](const Segment& segment) { return accept(segment); })) {
      return std::nullopt;
    }
    const bool time = tells_time();
    std::uint32_t from = 0;
    for (const StampMention& stamp : stamps_) {
      result_.stamps.push_back(
          {stamp.day, label_between(from, stamp.span.begin), time || stamp.has_time});
      from = stamp.span.end;
    }
    return result_;
  }

 private:
  bool in_stamp(const Token& token) const {
    return std::any_of(stamps_.begin(), stamps_.end(),
                       [&](const StampMention& stamp) { return stamp.span.overlaps(token.span); });
  }

  // "số 411/QĐ-TTg (31/3/2022)": the day is that of a paper.
  bool names_paper() const {
    const auto& tokens = line_.tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const std::string_view gap = line_.gap_after(i);
      const bool letters = tokens[i + 1].kind == Token::Kind::kWord && tokens[i + 1].all_caps &&
                           tokens[i + 1].folded.size() >= 2;
      if (tokens[i].kind == Token::Kind::kNumber && letters && (gap == "/" || gap == "-")) {
        return true;
      }
    }
    return false;
  }

  static bool divides(std::string_view gap) {
    return gap.find_first_of("|;()[]*~") != std::string_view::npos ||
           gap.find(" - ") != std::string_view::npos ||
           gap.find("\u2022") != std::string_view::npos ||
           gap.find("\u00B7") != std::string_view::npos ||
           gap.find("\u00BB") != std::string_view::npos;
  }

  std::vector<Segment> split() const {
    std::vector<Segment> segments(1);
    for (std::size_t i = 0; i < line_.tokens.size(); ++i) {
      const Token& token = line_.tokens[i];
      if (i > 0 && divides(line_.gap_after(i - 1))) {
        segments.push_back({i, i, false, {}});
      }
      Segment& segment = segments.back();
      segment.end = i + 1;
      if (in_stamp(token)) {
        segment.has_stamp = true;
      } else if (token.kind == Token::Kind::kWord && !is_one_of(token.folded, kDateWords) &&
                 !is_tool_word(token.folded)) {
        segment.unknown.push_back(i);
      }
    }
    return segments;
  }

  bool accept(const Segment& segment) {
    // "(Theo Báo Bình An, ngày 13/6/2014)": the day is another paper's.
    if (segment.has_stamp && !segment.unknown.empty() &&
        line_.tokens[segment.begin].folded == "theo") {
      return false;
    }
    if ((segment.has_stamp && accept_signing(segment)) || segment.unknown.empty()) {
      return true;
    }
    if (result_.clock && segment.unknown.size() <= kMaxClockWords) {
      return true;
    }
    if (segment.has_stamp) {
      return accept_person(segment) || accept_credit(segment);
    }
    if (accept_labelled(segment) || accept_person(segment) ||
        segment.end - segment.begin <= kMaxSectionWords) {
      return true;
    }
    const std::string words = fold(text_between(segment.begin, segment.end));
    return segment.unknown.size() <= kMaxLabelledWords &&
           std::any_of(std::begin(kSectionLabels), std::end(kSectionLabels),
                       [&](std::string_view label) { return words.starts_with(label); });
  }

  /// Returns the words of [begin, end) with what parts them.
  std::string_view text_between(std::size_t begin, std::size_t end) const {
    return slice(line_.normalized,
                 {line_.tokens[begin].span.begin, line_.tokens[end - 1].span.end});
  }

  bool is_name_word(std::size_t index) const {
    const Token& token = line_.tokens[index];
    return token.kind == Token::Kind::kWord && token.capitalized && token.folded.size() > 1 &&
           !in_stamp(token);
  }

  /// Takes a name: words that stand together and have capitals throughout, where a section has one
  /// at its start. Syllables that are also date words or tools ("Thu Trang") count with the others.
  bool accept_person(const Segment& segment) {
    std::size_t first = segment.unknown.front();
    std::size_t last = segment.unknown.back();
    while (first > segment.begin && is_name_word(first - 1) && line_.gap_after(first - 1) == " ") {
      --first;
    }
    while (last + 1 < segment.end && is_name_word(last + 1) && line_.gap_after(last) == " ") {
      ++last;
    }
    bool name = last > first && last - first < kMaxNameWords;
    for (std::size_t i = first; i <= last; ++i) {
      name = name && is_name_word(i);
    }
    const std::string_view word = line_.tokens[first].folded;
    first += name && last - first > 1 && (word == "by" || word == "boi") ? 1 : 0;
    if (name && result_.person.empty()) {
      result_.person =
          slice(line_.normalized, {line_.tokens[first].span.begin, line_.tokens[last].span.end});
    }
    return name;
  }

  // "Thực hiện: Quốc Trinh | 07:00 | 28/12/2020".
  bool accept_labelled(const Segment& segment) {
    const std::string_view words = text_between(segment.begin, segment.end);
    if (words.find(':') == std::string_view::npos) {
      return false;
    }
    const auto credit = read_credit(words, BylinePlace::kCredited);
    if (credit && credit->author && result_.person.empty()) {
      result_.person = slice(words, *credit->author);
    }
    if (credit && credit->source && result_.source.empty()) {
      result_.source = slice(words, *credit->source);
    }
    return credit.has_value();
  }

  // "Gửi lúc 9:15 ngày 5.10.2010 bởi admin", "05/09/2013 Tác giả: Lê Hoa".
  bool accept_credit(const Segment& segment) {
    const std::size_t first = segment.unknown.front();
    const std::string_view word = line_.tokens[first].folded;
    if (segment.unknown.size() > kMaxNameWords + 1 ||
        (word != "boi" && word != "by" && word != "tac" && word != "nguoi")) {
      return false;
    }
    if ((word == "boi" || word == "by") && first + 1 < segment.end && result_.person.empty()) {
      const std::string_view words = text_between(first + 1, segment.end);
      const auto names = read_byline(words, BylinePlace::kCredited);
      result_.person = names ? slice(words, *names) : std::string_view();
    }
    if (word == "tac" && first + 2 < segment.end && line_.gap_after(first + 1).starts_with(':') &&
        result_.person.empty()) {
      result_.person = text_between(first + 2, segment.end);
    }
    return true;
  }

  // "Hải Phòng, ngày 12/3/2015".
  bool accept_signing(const Segment& segment) {
    std::size_t day = segment.begin;
    while (day < segment.end && is_name_word(day)) {
      ++day;
    }
    const bool comma =
        day > segment.begin && line_.gap_after(day - 1).find(',') != std::string_view::npos;
    const std::string_view first = line_.tokens[segment.begin].folded;
    const bool weekday = first == "thu" || first == "chu";
    if (!comma || weekday || day == segment.end || line_.tokens[day].folded != "ngay" ||
        (!segment.unknown.empty() && segment.unknown.back() >= day)) {
      return false;
    }
    result_.signing = true;
    return true;
  }

  DateLabel label_between(std::uint32_t from, std::uint32_t to) const {
    bool update = false;
    for (const Token& token : line_.tokens) {
      if (token.span.begin < from || token.span.end > to) {
        continue;
      }
      constexpr std::string_view kFirstWords[] = {"dang",   "gui",       "tao",     "xuat", "phat",
                                                  "posted", "published", "created", "dua"};
      constexpr std::string_view kUpdateWords[] = {"cap", "sua", "updated", "modified"};
      if (is_one_of(token.folded, kFirstWords)) {
        return DateLabel::kFirst;
      }
      update = update || is_one_of(token.folded, kUpdateWords);
    }
    return update ? DateLabel::kUpdate : DateLabel::kPlain;
  }

  bool tells_time() const {
    const auto& tokens = line_.tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const bool number = tokens[i].kind == Token::Kind::kNumber && !in_stamp(tokens[i]);
      if ((number && line_.gap_after(i) == ":") ||
          (tokens[i].kind == Token::Kind::kMixed && tokens[i].folded.back() == 'h') ||
          (number && (tokens[i + 1].folded == "h" || tokens[i + 1].folded == "gio"))) {
        return true;
      }
    }
    return false;
  }

  TokenizedText line_;
  std::string folded_;
  std::vector<StampMention> stamps_;
  DateLine result_;
};

}  // namespace

const DateStamp& DateLine::best() const {
  return *std::min_element(
      stamps.begin(), stamps.end(),
      [](const DateStamp& a, const DateStamp& b) { return a.label < b.label; });
}

std::optional<DateLine> read_date_line(std::string_view normalized, bool american) {
  if (normalized.size() > kMaxBytes ||
      normalized.find_first_of("0123456789") == std::string_view::npos) {
    return std::nullopt;
  }
  return LineReader(normalized, american).read();
}

}  // namespace tracuu
