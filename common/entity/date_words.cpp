#include "common/entity/date_words.h"

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/text/syllable.h"
#include "common/text/word_table.h"

namespace tracuu {
namespace {

using WordList = std::initializer_list<std::string_view>;

const WordTable<DateWord>& words() {
  static const WordTable<DateWord> table = [] {
    WordTable<DateWord> result;
    const auto add = [&result](DateWord meaning, WordList spellings) {
      for (const std::string_view spelling : spellings) {
        DateWord& known = result[syllable_forms(spelling).key];
        known = known == DateWord::kNone ? meaning : known;
      }
    };
    add(DateWord::kDay, {"ngày"});
    add(DateWord::kFirstDays, {"mùng", "mồng"});
    add(DateWord::kMonth, {"tháng"});
    add(DateWord::kQuarter, {"quý"});
    add(DateWord::kYear, {"năm"});
    add(DateWord::kPartOfDay,
        {"sáng", "trưa", "chiều", "tối", "đêm", "khuya", "hôm", "nay", "qua", "mai"});
    add(DateWord::kFeast, {"lễ", "dịp", "khánh", "giỗ", "niệm", "nghỉ"});
    add(DateWord::kOrdinal, {"thứ"});
    add(DateWord::kFrom, {"từ"});
    add(DateWord::kUntil, {"đến", "tới"});
    add(DateWord::kAnd, {"và", "hoặc", "hay"});
    add(DateWord::kEdge, {"đầu", "giữa", "cuối", "hết"});
    add(DateWord::kNear, {"trước", "sau", "vào", "lúc", "kể", "tính", "trong"});
    add(DateWord::kOutlook, {"nhìn", "hướng"});
    add(DateWord::kPeriod, {"đoạn", "kỳ", "khóa", "học"});
    add(DateWord::kEvery, {"mỗi", "hằng", "hàng", "một", "thường"});
    add(DateWord::kPlace, {"đường", "phố", "trường", "cầu", "viện", "chợ", "khu", "phường", "xưởng",
                           "máy", "ty", "rạp", "hầm", "ngõ", "ngách", "kiệt", "hẻm"});
    // "tư" of "thông tư" is left out of the months: ends_weekday is asked first.
    add(DateWord::kPaper,
        {"số",   "quyết", "định", "thị", "tư",  "luận",  "lệnh", "luật", "án", "văn",
         "nq",   "nđ",    "nd",   "qđ",  "qd",  "tt",    "ct",   "kl",   "kh", "tb",
         "qcvn", "tcvn",  "iso",  "iec", "mục", "khoản", "điều", "tỷ lệ"});
    add(DateWord::kUnit,
        {"lần",  "giờ",    "tiếng",  "phút",  "giây",  "người", "ca",   "lượt", "cuộc",  "tuổi",
         "độ",   "chuyến", "hộ",     "huyện", "xã",    "tỉnh",  "thôn", "cái",  "chiếc", "điểm",
         "tỷ",   "tỉ",     "triệu",  "nghìn", "ngàn",  "trăm",  "đồng", "usd",  "đô",    "tấn",
         "tạ",   "kg",     "km",     "ha",    "m",     "cm",    "mm",   "gb",   "mb",    "lít",
         "tuần", "bài",    "trang",  "loại",  "trạm",  "trận",  "lớp",  "vụ",   "câu",   "nhóm",
         "cấp",  "điều",   "chương", "nội",   "nhiệm", "vấn",   "giải", "bước", "doanh"});
    return result;
  }();
  return table;
}

const std::unordered_set<std::string>& measures() {
  static const std::unordered_set<std::string> table = [] {
    std::unordered_set<std::string> result;
    for (const std::string_view spelling :
         WordList{"tỷ",  "tỉ",  "triệu", "nghìn", "ngàn", "đồng", "usd", "đô", "tấn",
                  "tạ",  "kg",  "km",    "ha",    "m",    "cm",   "mm",  "gb", "mb",
                  "lít", "vnd", "vnđ",   "đ",     "w",    "mhz",  "kwh"}) {
      result.insert(syllable_forms(spelling).key);
    }
    return result;
  }();
  return table;
}

/// Months by their keys; "mười" is settled by the word behind it.
const std::unordered_map<std::string, std::uint8_t>& months() {
  static const std::unordered_map<std::string, std::uint8_t> table = [] {
    std::unordered_map<std::string, std::uint8_t> result;
    constexpr std::array<std::pair<std::string_view, std::uint8_t>, 13> kMonths = {{{"giêng", 1},
                                                                                    {"một", 1},
                                                                                    {"hai", 2},
                                                                                    {"ba", 3},
                                                                                    {"tư", 4},
                                                                                    {"năm", 5},
                                                                                    {"sáu", 6},
                                                                                    {"bảy", 7},
                                                                                    {"tám", 8},
                                                                                    {"chín", 9},
                                                                                    {"mười", 10},
                                                                                    {"chạp", 12},
                                                                                    {"bốn", 4}}};
    for (const auto& [spelling, value] : kMonths) {
      result.emplace(syllable_forms(spelling).key, value);
    }
    return result;
  }();
  return table;
}

std::uint8_t month_word(const Token& token) {
  const auto found = months().find(token.key);
  return found == months().end() ? std::uint8_t{0} : found->second;
}

}  // namespace

DateWord date_word(const Token& token) {
  if (token.kind != Token::Kind::kWord) {
    return DateWord::kNone;
  }
  const DateWord* found = words().find(token.key, token.key_hash);
  return found == nullptr ? DateWord::kNone : *found;
}

bool is_measure(const Token& token) {
  return measures().contains(token.key);
}

std::optional<NamedNumber> named_month_at(const TokenizedText& text, std::size_t index) {
  if (index >= text.tokens.size()) {
    return std::nullopt;
  }
  const std::uint8_t first = month_word(text.tokens[index]);
  if (first == 0) {
    return std::nullopt;
  }
  if (first == 10 && index + 1 < text.tokens.size() && gap_behind(text, index).blank()) {
    const std::uint8_t unit = month_word(text.tokens[index + 1]);
    if (unit == 1 || unit == 2) {
      return NamedNumber{.value = static_cast<std::uint8_t>(10 + unit), .token_count = 2};
    }
  }
  // "một" names no month alone: January is "giêng", and "tháng một" is not said of a date.
  return NamedNumber{.value = first, .token_count = 1};
}

std::uint8_t quarter_of(const TokenizedText& text, std::size_t index) {
  constexpr std::array<std::string_view, 8> kSpellings = {"I", "II", "III", "IV",
                                                          "1", "2",  "3",   "4"};
  if (index >= text.tokens.size()) {
    return 0;
  }
  const std::string_view written = text.text_of(index);
  for (std::size_t i = 0; i < kSpellings.size(); ++i) {
    if (written == kSpellings[i]) {
      return static_cast<std::uint8_t>(i % 4 + 1);
    }
  }
  return 0;
}

bool ends_weekday(const TokenizedText& text, std::size_t index) {
  if (index == 0 || index >= text.tokens.size() || !gap_behind(text, index - 1).blank()) {
    return false;
  }
  const Token& token = text.tokens[index];
  const Token& before = text.tokens[index - 1];
  if (date_word(before) == DateWord::kOrdinal) {
    const std::uint8_t value = month_word(token);
    const std::string_view written = text.text_of(index);
    return (value >= 2 && value <= 7) ||
           (written.size() == 1 && written[0] >= '2' && written[0] <= '7');
  }
  return token.folded == "nhat" && before.folded == "chu";
}

}  // namespace tracuu
