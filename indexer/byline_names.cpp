#include "indexer/byline_names.h"

#include <algorithm>
#include <string>

#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/publisher_name.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxNameWords = 5;
constexpr std::size_t kMaxInitials = 4;

// First words of agencies and page parts, as canonical keys: "Báo" opens a paper, "Bảo" is a name.
constexpr std::string_view kNoNames[] = {
    "ubnd", "hđnd", "sơ3",  "bô5", "công3", "bao1", "ban",  "phong2", "theo", "nguôn2", "cac1",
    "tin",  "bai2", "anh3", "in",  "trang", "xem",  "tai3", "tim2",   "gưi3", "hôi5",   "đang"};
// Words that only units and sections hold; a name with one of them is a unit's.
constexpr std::string_view kUnitWords[] = {"ubnd",   "hđnd",  "tttt",  "cntt",    "vnpt", "tinh3",
                                           "huyên5", "uy3",   "ttxvn", "online",  "news", "portal",
                                           "tv",     "media", "zalo",  "facebook"};
// First words of the unit that stands behind a person.
constexpr std::string_view kUnits[] = {
    "phong2", "sơ3",  "ubnd",   "trung", "văn",  "ban",     "bao1",  "đai2",  "ttxvn",
    "công3",  "vnpt", "huyên5", "tinh3", "vp",   "trương2", "tông3", "khoa",  "thanh2",
    "stttt",  "công", "chuyên", "can1",  "pho1", "pho2",    "bi1",   "giao1", "hôi5"};
// Those of them that no name ends in: behind a person they begin a unit whatever follows.
constexpr std::string_view kSureUnits[] = {"vp",    "sơ3",  "ubnd", "hđnd", "stttt", "skhcn",
                                           "ttxvn", "vnpt", "cntt", "tttt", "phong2"};
constexpr std::string_view kDesks[] = {"pv", "p.v", "bbt", "ctv", "btv", "ban bien tap"};
constexpr std::string_view kTeams[] = {"nhom pv", "nhom phong vien", "nhom tac gia", "pv thoi su"};
// Letters alone that are no person's.
constexpr std::string_view kLetterTools[] = {"qc",  "tv",  "pdf", "rss", "hd",  "vn",  "ok", "new",
                                             "hot", "top", "faq", "app", "tin", "anh", "tt"};

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

// Last words of people's names, as canonical keys; without those that also end names of sections.
constexpr std::string_view kGivenNames[] = {
    "anh",    "bao3",   "bach5",   "băng2",   "bich1",  "binh2",  "cam3",    "câm3",  "chi",
    "chi1",   "châu",   "chiên1",  "cương2",  "cương",  "cuc1",   "đat5",    "điêp5", "diêp5",
    "dung",   "dung4",  "duyên",   "dương",   "đai5",   "đăng",   "đinh2",   "đưc1",  "giang",
    "ha2",    "hai3",   "hăng2",   "hanh5",   "hanh",   "hân",    "hâu5",    "hiêp5", "hiên2",
    "hiêu1",  "hiêu3",  "hoa",     "hoai2",   "hoan",   "hoang2", "hông2",   "huân1", "huê5",
    "hung2",  "hưng",   "hương",   "hương2",  "hương1", "huy",    "huyên2",  "khai3", "khanh1",
    "khang",  "khoa",   "khôi",    "khuê",    "kiên",   "kiêt5",  "lan",     "lâm",   "lê5",
    "liên",   "linh",   "loan",    "long",    "lôc5",   "luân",   "luc5",    "lương", "ly",
    "mai",    "mân4",   "minh",    "my",      "my4",    "nam",    "nga",     "ngân",  "nghia4",
    "ngoc5",  "nguyên", "nguyêt5", "nhan4",   "nhan2",  "nhân",   "nhât5",   "nhi",   "nhu",
    "nhung",  "oanh",   "phong",   "phuc1",   "phung5", "phương", "phương5", "quân",  "quang",
    "quê1",   "quy1",   "quyên",   "quyên2",  "quyêt1", "quynh2", "sang",    "sơn",   "sy4",
    "tâm",    "tân",    "thach5",  "thai1",   "thăng1", "thanh",  "thao3",   "thăm1", "thi",
    "thinh5", "thơ",    "tho5",    "thông",   "thu",    "thuân5", "thuân2",  "thuân", "thuy2",
    "thuy1",  "thuy",   "thuong",  "thương2", "thương", "thư",    "tiên1",   "tiên",  "toan2",
    "trang",  "trâm",   "tri1",    "trinh",   "trinh5", "trong5", "truc1",   "trung", "tu1",
    "tuân1",  "tuê5",   "tung2",   "tuyên1",  "tuyêt1", "tươi",   "uyên",    "vân",   "viêt5",
    "vinh",   "vu4",    "vy",      "vi",      "xuân",   "yên1",   "y1"};

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
    if (is_desk(alone) || is_initials(alone)) {
      return alone.size();
    }
    const bool other = is_no_person(alone) || (is_one_of(tokens.front().key, kNoNames) &&
                                               !has_family_name(0, tokens.size()));
    return !labelled_ && other ? 0 : read_names();
  }

 private:
  std::size_t read_names() const {
    const auto& tokens = line_.tokens;
    std::size_t names_end = 0;
    std::size_t before_unit = 0;  // where the names end if what follows is a unit after all
    for (std::size_t begin = 0; begin < tokens.size();) {
      const std::size_t end = part_end(begin);
      const bool sure_unit = names_end > 0 && is_one_of(tokens[begin].key, kSureUnits);
      if (before_unit == 0 && (sure_unit || is_one_of(tokens[begin].key, kUnits))) {
        before_unit = names_end;
      }
      if (names_end > 0 && is_desk(text_.substr(tokens[begin].span.begin))) {
        return text_.size();
      }
      if (sure_unit || !is_name(begin, end)) {
        return before_unit > 0 || !labelled_ ? before_unit : names_end;
      }
      names_end = tokens[end - 1].span.end;
      // "(Sở TT&TT)" and "(tổng hợp)" behind a name are about the person.
      if (line_.gap_after(end - 1).find('(') != std::string_view::npos) {
        break;
      }
      begin = behind_and(end);
    }
    return names_end;
  }

  /// Returns the token behind "và".
  std::size_t behind_and(std::size_t begin) const {
    while (begin < line_.tokens.size() && line_.tokens[begin].folded == "va") {
      ++begin;
    }
    return begin;
  }

  /// Returns whether a line is an agency's name, or has no Vietnamese syllable at all.
  bool is_no_person(std::string_view alone) const {
    // How officials and people in pictures are introduced.
    constexpr std::string_view kForms[] = {"ông", "ba2", "chi5", "đông2"};
    const auto& tokens = line_.tokens;
    if (tokens.size() > 2 && is_one_of(tokens.front().key, kForms)) {
      return true;
    }
    const bool foreign =
        std::none_of(line_.tokens.begin(), line_.tokens.end(),
                     [](const Token& token) { return is_vietnamese_syllable(token.folded); });
    return is_agency(alone) || (foreign && line_.tokens.size() > 1);
  }

  bool is_initials(std::string_view text) const {
    const std::vector<Token> tokens = tokenize(text);
    const bool signs = place_ == BylinePlace::kBelowText || labelled_;
    if (tokens.size() == 1 && signs && tokens[0].all_caps && text == text_) {
      return text.size() >= 2 && text.size() <= kMaxInitials &&
             tokens[0].kind == Token::Kind::kWord && !is_agency(text) &&
             !is_one_of(tokens[0].folded, kLetterTools);
    }
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

  /// Returns whether letters stand among words, as in units: "Phòng VHXH", "Trung tâm VHTT".
  bool mixes_capitals(std::size_t begin, std::size_t end) const {
    const auto first = line_.tokens.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = line_.tokens.begin() + static_cast<std::ptrdiff_t>(end);
    const auto letters = [](const Token& token) {
      return token.all_caps && token.folded.size() > 1;
    };
    const auto word = [](const Token& token) { return !token.all_caps && token.folded.size() > 1; };
    return std::any_of(first, last, letters) && std::any_of(first, last, word);
  }

  bool is_name(std::size_t begin, std::size_t end) const {
    const auto& tokens = line_.tokens;
    const std::size_t words = end - begin;
    const bool lone = words == 1 && tokens.size() == 1 && place_ == BylinePlace::kBelowText &&
                      is_one_of(tokens[0].key, kGivenNames);
    if (words > kMaxNameWords || (words < 2 && !labelled_ && begin == 0 && !lone)) {
      return false;
    }
    if (begin > 0 && mixes_capitals(begin, end)) {
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
    const bool beside = begin > 0 && place_ == BylinePlace::kBelowText && words >= 2 &&
                        has_family_name(0, part_end(0));
    const bool given = place_ == BylinePlace::kBelowText && words >= 2 && words <= 4 &&
                       is_one_of(tokens[end - 1].key, kGivenNames);
    return labelled_ || !strict || beside || given || has_family_name(begin, end);
  }

  std::string_view text_;
  TokenizedText line_;
  bool labelled_;
  BylinePlace place_;
};

}  // namespace

bool is_desk(std::string_view text) {
  constexpr std::size_t kMaxTeamBytes = 40;
  const std::string folded = fold(text);
  return is_one_of(folded, kDesks) ||
         (text.size() <= kMaxTeamBytes && opens_with_one_of(folded, kTeams) &&
          text.find_first_of(".:,;") == std::string_view::npos);
}

std::size_t length_of_names(std::string_view text, bool labelled, BylinePlace place) {
  return NameReader(text, labelled, place).read();
}

}  // namespace tracuu
