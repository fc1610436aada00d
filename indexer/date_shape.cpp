#include "indexer/date_shape.h"

#include <algorithm>
#include <string_view>

#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxWords = 48;

/// Returns whether a text holds three numbers with the same kind of mark between them, as
/// "5/9/2013", "2.7.2010", "03 - 04 - 2012" and "2022-11-03T07:45" do.
bool holds_day_in_digits(std::string_view text) {
  std::size_t numbers = 0;
  bool parted = true;  // a mark stands before what comes
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      numbers = parted ? numbers + 1 : 1;
      parted = false;
      while (i < text.size() && text[i] >= '0' && text[i] <= '9') {
        ++i;
      }
      if (numbers == 3) {
        return true;
      }
      continue;
    }
    const bool mark = c == '/' || c == '.' || c == '-';
    parted = parted || mark;
    if (!mark && c != ' ') {
      numbers = 0;
      parted = false;
    }
    ++i;
  }
  return false;
}

}  // namespace

bool can_be_date_line(const LineShape& shape) {
  constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                          "jul", "aug", "sep", "oct", "nov", "dec"};
  if (shape.words.size() < 2 || shape.words.size() > kMaxWords ||
      shape.folded.find_first_of("0123456789") == std::string::npos) {
    return false;
  }
  return holds_day_in_digits(shape.folded) ||
         std::any_of(shape.words.begin(), shape.words.end(), [&](std::string_view word) {
           return word == "thang" || is_one_of(word.substr(0, 3), kMonths);
         });
}

}  // namespace tracuu
