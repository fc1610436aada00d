#include "indexer/byline.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/line_shape.h"
#include "indexer/line_words.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxBytes = 160;
constexpr std::size_t kMaxNameWords = 5;
constexpr std::size_t kMaxInitials = 4;

// Openings that say whose text it is. With a colon each; the pairs also without.
constexpr std::string_view kLabels[] = {"tin, bai, anh",
                                        "tin va anh",
                                        "tin, anh",
                                        "tin anh",
                                        "tin - anh",
                                        "bai, anh",
                                        "bai va anh",
                                        "bai anh",
                                        "bai - anh",
                                        "tin, bai",
                                        "tin bai",
                                        "bai viet",
                                        "tac gia bai viet",
                                        "tac gia",
                                        "nguoi viet",
                                        "thuc hien",
                                        "phong vien",
                                        "tin",
                                        "bai",
                                        "tin/anh",
                                        "bai/anh",
                                        "nguoi thuc hien",
                                        "bien soan"};
constexpr std::string_view kPlainLabels[] = {
    "tin, anh",     "bai va anh",   "tin va anh", "bai, anh",       "tac gia",  "phong vien",
    "ghi chep cua", "phong su cua", "ky su cua",  "bai va anh cua", "viet boi", "duoc viet boi"};

// First words of agencies and page parts, as canonical keys: "Báo" opens a paper, "Bảo" is a name.
constexpr std::string_view kNoNames[] = {"ubnd", "hđnd",   "sơ3",  "bô5",    "công3", "bao1",
                                         "ban",  "phong2", "theo", "nguôn2", "cac1",  "tin",
                                         "bai2", "anh3",   "in",   "trang"};
// Words that only units and sections hold; a name with one of them is a unit's.
constexpr std::string_view kUnitWords[] = {"ubnd",   "hđnd", "tttt",  "cntt",   "vnpt", "tinh3",
                                           "huyên5", "uy3",  "ttxvn", "online", "news"};
// First words of the unit that stands behind a person.
constexpr std::string_view kUnits[] = {
    "phong2", "sơ3",    "ubnd",  "trung", "văn",     "ban",   "bao1", "đai2",   "ttxvn", "công3",
    "vnpt",   "huyên5", "tinh3", "vp",    "trương2", "tông3", "khoa", "thanh2", "stttt"};
constexpr std::string_view kDesks[] = {
    "pv", "bbt", "ctv", "btv", "nhom pv", "ban bien tap", "nhom phong vien"};

// Who runs the site, not who wrote.
constexpr std::string_view kAccounts[] = {"administrator", "admin", "super user", "quan tri",
                                          "quan tri vien"};

// Without those that open section names or places as often as people.
constexpr std::string_view kFamilyNames[] = {
    "nguyen", "tran",  "le",    "pham",  "hoang", "huynh",  "phan",   "vu",    "vo",   "dang",
    "bui",    "do",    "ho",    "ngo",   "duong", "ly",     "truong", "dinh",  "mai",  "ha",
    "cao",    "trinh", "doan",  "dao",   "luong", "luu",    "lam",    "vuong", "thai", "chu",
    "phung",  "ta",    "trieu", "chau",  "vi",    "tong",   "kieu",   "quach", "tang", "dam",
    "ton",    "lai",   "la",    "nong",  "hua",   "thach",  "cam",    "be",    "dau",  "giang",
    "khuat",  "kim",   "luc",   "mac",   "ma",    "nghiem", "phi",    "sung",  "cu",   "bach",
    "au",     "tra",   "tieu",  "thieu", "lu",    "kha",    "khong",  "nguy",  "nham", "uong",
    "y",      "h",     "k",     "ro",    "siu",   "ksor",   "rcom",   "hong",  "tao",  "tuong",
    "ung",    "chao",  "leng",  "sam",   "luyen", "ngoc",   "nhu",    "phuong"};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" ()[]*.-:;,");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" ()[]*-:;,") - begin + 1);
}

/// Cuts tools and counters beside the name: "Thuỳ Dương | Lượt xem: 88".
std::string_view without_tools(std::string_view text) {
  const std::size_t bar = text.find('|');
  if (bar == std::string_view::npos) {
    return text;
  }
  const std::string_view behind = text.substr(bar + 1);
  return kind_by_words(shape_of(behind, behind), behind) == LineKind::kPageTool
             ? text.substr(0, bar)
             : text;
}

struct Labelled {
  std::string_view names;
  bool labelled = false;
};

/// Returns what stands behind the first `count` words.
std::string_view behind_words(std::string_view text, std::ptrdiff_t count) {
  std::size_t at = 0;
  for (; count > 0 && at != std::string_view::npos; --count) {
    at = text.find(' ', at == 0 ? 0 : at + 1);
  }
  return at == std::string_view::npos ? text.substr(text.size()) : text.substr(at);
}

/// Drops a label before the names: "Tin, ảnh: ", "Tác giả ". fold() keeps blanks, commas and
/// colons, so words and colon of the line are those of its folded form.
Labelled without_label(std::string_view text) {
  const std::string folded = fold(text);
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view label = std::string_view(folded).substr(0, folded.find(':'));
    const bool known = is_one_of(label.substr(0, label.find_last_not_of(' ') + 1), kLabels);
    return known ? Labelled{text.substr(colon + 1), true} : Labelled{text, false};
  }
  for (const std::string_view plain : kPlainLabels) {
    if (folded.size() > plain.size() && std::string_view(folded).starts_with(plain) &&
        folded[plain.size()] == ' ') {
      return {behind_words(text, std::count(plain.begin(), plain.end(), ' ') + 1), true};
    }
  }
  return {text, false};
}

/// Cuts a photo credit behind the names.
std::string_view without_credit(std::string_view names) {
  for (const std::string_view credit : {"\u1EA2nh:", "\u1EA3nh:", "\u1EA3nh :", "\u1EA2nh :"}) {
    names = names.substr(0, names.find(credit));
  }
  return names;
}

/// Reads the parts of a line of names.
class NameReader {
 public:
  NameReader(std::string_view text, bool labelled, BylinePlace place)
      : text_(text), line_(tokenized(text)), labelled_(labelled), place_(place) {}

  /// Returns the length of the names in the text, 0 when it holds none.
  std::size_t read() const {
    const auto& tokens = line_.tokens;
    if (tokens.empty() || text_.find_first_of("0123456789?!\"") != std::string_view::npos) {
      return 0;
    }
    // "BBT (tổng hợp)", "M.T (theo Báo Nhân Dân)".
    const std::string_view alone = text_.substr(0, text_.find(" ("));
    if (is_one_of(fold(alone), kDesks) || is_initials(alone)) {
      return alone.size();
    }
    if (!labelled_ &&
        (is_one_of(tokens.front().key, kNoNames) && !has_family_name(0, tokens.size()))) {
      return 0;
    }
    std::size_t names_end = 0;
    std::size_t before_unit = 0;  // where the names end if what follows is a unit after all
    for (std::size_t begin = 0; begin < tokens.size();) {
      const std::size_t end = part_end(begin);
      if (names_end > 0 && before_unit == 0 && is_one_of(tokens[begin].key, kUnits)) {
        before_unit = names_end;
      }
      if (!is_name(begin, end)) {
        return before_unit;
      }
      names_end = tokens[end - 1].span.end;
      // "(Sở TT&TT)" and "(tổng hợp)" behind a name are about the person.
      if (line_.gap_after(end - 1).find('(') != std::string_view::npos) {
        break;
      }
      begin = end;
      while (begin < tokens.size() && tokens[begin].folded == "va") {
        ++begin;
      }
    }
    return names_end;
  }

 private:
  static bool is_initials(std::string_view text) {
    const std::vector<Token> tokens = tokenize(text);
    const bool letters = std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
      return token.folded.size() <= 2 && token.capitalized;
    });
    return letters && tokens.size() >= 2 && tokens.size() <= kMaxInitials &&
           text.find('.') != std::string_view::npos && text.find(' ') == std::string_view::npos;
  }

  std::size_t part_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < line_.tokens.size() && line_.tokens[end].folded != "va" &&
           line_.gap_after(end - 1).find_first_of("-,&;/+(|") == std::string_view::npos) {
      ++end;
    }
    return end;
  }

  bool has_family_name(std::size_t begin, std::size_t end) const {
    // With a middle or given name behind it: "Văn Lưu" is one, "Văn hóa" is a section.
    return end - begin >= 2 && is_one_of(line_.tokens[begin].folded, kFamilyNames) &&
           std::all_of(line_.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                       line_.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Token& token) { return token.capitalized; });
  }

  bool is_name(std::size_t begin, std::size_t end) const {
    const auto& tokens = line_.tokens;
    const std::size_t words = end - begin;
    if (words > kMaxNameWords || (words < 2 && !labelled_ && begin == 0)) {
      return false;
    }
    bool capitals = true;
    for (std::size_t i = begin; i < end; ++i) {
      const bool clean_gap = i + 1 == end || line_.gap_after(i) == " " ||
                             line_.gap_after(i) == "'" || line_.gap_after(i) == ".";
      if (tokens[i].kind != Token::Kind::kWord || !tokens[i].capitalized || !clean_gap ||
          (!labelled_ && is_one_of(tokens[i].key, kUnitWords))) {
        return false;
      }
      capitals = capitals && (tokens[i].all_caps || tokens[i].folded.size() == 1);
    }
    // Capitals throughout are the dress of section names; a family name tells a person.
    const bool strict = capitals || place_ == BylinePlace::kCredited;
    // Behind one person others may go by a given or pen name: "LÊ THỌ - HOÀI THƯƠNG".
    const bool beside = begin > 0 && place_ == BylinePlace::kBelowText && words >= 2;
    return labelled_ || !strict || beside || has_family_name(begin, end);
  }

  std::string_view text_;
  TokenizedText line_;
  bool labelled_;
  BylinePlace place_;
};

}  // namespace

std::optional<Span> read_byline(std::string_view normalized, BylinePlace place) {
  if (normalized.size() > kMaxBytes || normalized.empty() || normalized.ends_with(':')) {
    return std::nullopt;
  }
  std::string_view line = trimmed(without_tools(normalized));
  if (fold(line).starts_with("theo ")) {
    line = trimmed(behind_words(line, 1));
    place = BylinePlace::kCredited;
  }
  const Labelled found = without_label(line);
  const std::string_view names = trimmed(without_credit(found.names));
  if (names.empty() || is_one_of(fold(names), kAccounts)) {
    return std::nullopt;
  }
  const std::size_t bytes = NameReader(names, found.labelled, place).read();
  if (bytes == 0) {
    return std::nullopt;
  }
  const auto begin = static_cast<std::uint32_t>(names.data() - normalized.data());
  return Span{begin, static_cast<std::uint32_t>(begin + bytes)};
}

bool closes_article(std::string_view normalized) {
  if (!read_byline(normalized, BylinePlace::kBelowText)) {
    return false;
  }
  const std::string_view line = trimmed(without_tools(normalized));
  return without_label(line).labelled || is_one_of(fold(line.substr(0, line.find(" ("))), kDesks);
}

bool is_signing_post(std::string_view normalized) {
  if (normalized.size() > kMaxBytes) {
    return false;
  }
  const std::string folded = fold(normalized);
  constexpr std::string_view kPosts[] = {"chu tich",  "giam doc",        "bi thu",     "thu truong",
                                         "bo truong", "chanh van phong", "cuc truong", "truong ban",
                                         "(da ky)",   "vu truong"};
  constexpr std::string_view kForms[] = {"tm.", "kt.", "tl.", "tuq.",
                                         "t/m", "k/t", "t/l", "(da ky)"};
  const bool form = std::any_of(std::begin(kForms), std::end(kForms), [&](std::string_view each) {
    return std::string_view(folded).starts_with(each);
  });
  const TokenizedText line = tokenized(normalized);
  const bool capitals = std::all_of(line.tokens.begin(), line.tokens.end(),
                                    [](const Token& token) { return token.all_caps; });
  return form ||
         (capitals && std::any_of(std::begin(kPosts), std::end(kPosts), [&](std::string_view post) {
            return folded.find(post) != std::string::npos;
          }));
}

}  // namespace tracuu
