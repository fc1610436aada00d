#include "indexer/home.h"

#include <initializer_list>
#include <string>
#include <string_view>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

/// Whether `text` has one of `phrases` and no name behind it: "UBND tỉnh họp", not "UBND tỉnh Lào
/// Cai họp".
bool has_unnamed(const std::string& text, std::initializer_list<std::string_view> phrases) {
  for (const std::string_view phrase : phrases) {
    for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1)) {
      const std::string_view behind = std::string_view(text).substr(at + phrase.size());
      const bool ascii_capital = behind.size() > 1 && behind[1] >= 'A' && behind[1] <= 'Z';
      if (!behind.starts_with(' ') || !(ascii_capital || behind.starts_with(" Đ"))) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool Home::is_spoken_of() {
  if (!spoken_of_) {
    spoken_of_ = has_unnamed(
        normalized(article_.text),
        {"UBND tỉnh", "UBND thành phố", "UBND Thành phố", "UBND TP", "HĐND tỉnh", "Tỉnh ủy",
         "Tỉnh uỷ", "Thành ủy", "Thành uỷ", "địa bàn tỉnh", "của tỉnh", "trong tỉnh", "toàn tỉnh",
         "tỉnh ta", "tỉnh nhà", "địa bàn thành phố", "các huyện", "UBND huyện", "ông an tỉnh"});
  }
  return *spoken_of_;
}

}  // namespace tracuu
