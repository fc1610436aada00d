#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestGap = 64;

}  // namespace

Gap gap_behind(const TokenizedText& text, std::size_t index) {
  Gap gap;
  if (index + 1 >= text.tokens.size()) {
    gap.newline = true;
    const std::string_view rest = text.gap_after(index).substr(0, 1);
    if (!rest.empty() && rest[0] > ' ') {
      gap.first = gap.last = rest[0];
    }
    return gap;
  }
  const std::string_view between = text.gap_after(index);
  if (between.size() > kLongestGap) {
    return {.first = '?', .last = '?', .blank_before = true, .blank_after = true, .newline = true};
  }
  bool uniform = true;
  for (const char character : between) {
    if (character == ' ' || character == '\n') {
      gap.newline = gap.newline || character == '\n';
      (gap.first == 0 ? gap.blank_before : gap.blank_after) = true;
      continue;
    }
    const char mark = static_cast<unsigned char>(character) < 0x80 ? character : '?';
    if (gap.first == 0) {
      gap.first = mark;
    }
    uniform = uniform && mark == gap.first;
    gap.last = mark;
    gap.blank_after = false;
  }
  if (!uniform && gap.first == gap.last) {
    gap.last = '?';
  }
  return gap;
}

}  // namespace tracuu
