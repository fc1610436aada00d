#pragma once

#include <cstdint>
#include <optional>

#include "common/entity/token_gap.h"
#include "common/text/tokens.h"

namespace tracuu {

/// What a word can say about the number beside it, as far as dates go.
enum class DateWord : std::uint8_t {
  kNone,
  kDay,        ///< ngày
  kFirstDays,  ///< mùng, mồng
  kMonth,      ///< tháng
  kQuarter,    ///< quý
  kYear,       ///< năm
  kPartOfDay,  ///< sáng, chiều, tối, hôm, nay, qua, mai
  kFeast,      ///< lễ, dịp, khánh, giỗ: a bare "2/9" behind them is a day
  kOrdinal,    ///< thứ
  kFrom,       ///< từ
  kUntil,      ///< đến, tới
  kAnd,        ///< và, hoặc, hay
  kEdge,       ///< đầu, giữa, cuối, hết
  kNear,       ///< trước, sau, vào, lúc, kể, tính
  kOutlook,    ///< nhìn, hướng (of "tầm nhìn", "định hướng")
  kPeriod,     ///< đoạn, kỳ, khóa, học (of "giai đoạn", "nhiệm kỳ", "năm học")
  kEvery,      ///< mỗi, hằng, hàng, một
  kPlace,      ///< đường, phố, cầu, viện: a bare "19/12" behind them is a name
  kPaper,      ///< số, NĐ, quyết, tư: what ends the name of a paper; its number is no date
  kUnit,       ///< lần, triệu, người: the number in front counts them
};

/// Returns the meaning of a token, kNone for numbers.
DateWord date_word(const Token& token);

/// Returns whether the token is money or a measure ("tỷ", "triệu", "đồng", "ha"), which no year can
/// stand in front of, even where other counted nouns can.
bool is_measure(const Token& token);

/// A month or quarter written as a word.
struct NamedNumber {
  std::uint8_t value = 0;
  std::size_t token_count = 0;
};

/// Reads "giêng", "hai" .. "mười hai", "chạp" at token `index`.
std::optional<NamedNumber> named_month_at(const TokenizedText& text, std::size_t index);

/// Returns 1..4 for a token "I", "II", "III", "IV" or "1".."4", else 0.
std::uint8_t quarter_of(const TokenizedText& text, std::size_t index);

/// Returns whether token `index` is the last word of a weekday: "hai" in "thứ hai", "nhật" in
/// "chủ nhật", "Năm" in "Thứ Năm", "2" in "Thứ 2".
bool ends_weekday(const TokenizedText& text, std::size_t index);

}  // namespace tracuu
