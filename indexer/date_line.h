#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity/date.h"

namespace tracuu {

/// What the words before a date say it is.
enum class DateLabel {
  kFirst,  ///< "Ngày đăng", "Gửi lúc", "Ngày tạo", "Đăng lúc": of the first publication
  kPlain,  ///< nothing said
  kUpdate,  ///< "Cập nhật", "Sửa lần cuối"
};

/// A day on a date line.
struct DateStamp {
  Day day;
  DateLabel label = DateLabel::kPlain;
  bool has_time = false;  ///< the line also tells a time of day
};

/// A line of a page that tells a date and says nothing else: weekday, time, label, counters, tools
/// and at most a section or a person beside it.
struct DateLine {
  std::vector<DateStamp> stamps;  ///< at least one
  bool clock = false;    ///< a page header's today: "Hôm nay: ...", "... | Liên hệ | Sitemap"
  bool signing = false;  ///< place and date over a signature: "Hải Phòng, ngày 12/3/2015"
  std::string person;    ///< a name beside the date, normalized; "" when there is none
  std::string source;    ///< what "Nguồn:" beside the date names, normalized; "" when nothing

  /// Returns the stamp that tells the first publication best.
  const DateStamp& best() const;
};

/// Reads a date line: "Thứ Năm, 05/09/2013, 08:43 GMT+7", "Cập nhật lúc: 14h25, 03-04-2012",
/// "(Thứ tư, 23/04/2020 | 10:15)". Day before month, but month before day in "8/14/2007 3:05:12 PM"
/// and "8/5/2007 3:05:12 PM" (seconds, and no zeros in front: a system left in English) and, where
/// `american`, in every date with AM or PM. A stamp with a zone counts by the clock of
/// Việt Nam (UTC+7). Anything with words of its own, as a headline with its date, is none.
/// REQUIRES: `normalized` came from normalize().
std::optional<DateLine> read_date_line(std::string_view normalized, bool american = false);

}  // namespace tracuu
