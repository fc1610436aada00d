#include "indexer/line_words.h"

#include <algorithm>
#include <string>

#include "indexer/page_tools.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxCreditWords = 8;
constexpr std::size_t kMaxMenuItemWords = 7;

constexpr std::string_view kMenuOpenings[] = {"dang tai du lieu",
                                              "[dang tai",
                                              "dang tai...",
                                              "loading",
                                              "skip to",
                                              "vui long cho",
                                              "trang chu",
                                              "home >",
                                              "home |",
                                              "home /",
                                              "ban dang o",
                                              "tu khoa",
                                              "tags:",
                                              "tag:",
                                              "tags",
                                              "chu de:",
                                              "lien ket site",
                                              "ministry portal",
                                              "nhay den noi dung",
                                              "chuyen den noi dung",
                                              "menu",
                                              "danh muc"};

constexpr std::string_view kCaptionOpenings[] = {"quang canh",    "toan canh",     "hinh anh",
                                                 "anh minh hoa",  "hinh minh hoa", "photo",
                                                 "chu thich anh", "mot goc"};
constexpr std::string_view kWrittenCredits[] = {
    "\u1EA2nh:", "\u1EA3nh:", "\u1EA2NH:", "\u1EA2nh :", "\u1EA3nh :", "nh minh h"};

/// Returns whether a line is what stands for a picture: "Tháo gỡ điểm nghẽn - Ảnh 1."
bool is_numbered_picture(std::string_view folded) {
  const std::size_t end = folded.find_last_not_of(". ");
  const std::size_t digit =
      end == std::string_view::npos ? end : folded.find_last_not_of("0123456789", end);
  if (digit == std::string_view::npos || digit == end) {
    return false;
  }
  const std::string_view before = folded.substr(0, digit + 1);
  return before.ends_with("- anh ") || before.ends_with("- hinh ") || before == "anh " ||
         before == "hinh ";
}

bool is_doubled(std::string_view folded) {
  const std::size_t half = folded.size() / 2;
  return folded.size() >= 5 && folded.size() % 2 == 1 && folded[half] == ' ' &&
         folded.substr(0, half) == folded.substr(half + 1);
}

/// Returns whether a line is a row of short items with dividers between them.
bool is_menu_row(const LineShape& shape) {
  if (shape.ends_sentence || shape.words.empty()) {
    return false;
  }
  const std::size_t dividers = std::max(shape.bars, shape.wide_gaps);
  return dividers >= 2 && shape.words.size() <= (dividers + 1) * kMaxMenuItemWords - 4;
}

/// Returns whether a short line carries a photo credit: "... (ảnh: Phước Sang)".
bool has_credit(const LineShape& shape, std::string_view normalized) {
  for (const std::string_view credit : kWrittenCredits) {
    const std::size_t at = last_of(normalized, credit);
    if (at == std::string_view::npos) {
      continue;
    }
    const std::string_view behind = normalized.substr(at + credit.size());
    const auto blanks = static_cast<std::size_t>(std::count(behind.begin(), behind.end(), ' '));
    if (blanks <= kMaxCreditWords && !shape.opens_with("tin") && !shape.opens_with("bai")) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool opens_caption(const LineShape& shape) {
  return opens_with_one_of(without_marks(shape.folded), kCaptionOpenings);
}

std::optional<LineKind> kind_by_words(const LineShape& shape, std::string_view normalized) {
  if (!shape.is_short()) {
    return std::nullopt;
  }
  const std::string_view text = without_marks(shape.folded);
  if (text.empty()) {
    return LineKind::kMenu;
  }
  if (has_credit(shape, normalized) || text == "default" || is_numbered_picture(text)) {
    return LineKind::kCaption;
  }
  if (is_tool_bar(shape) || text.ends_with("google news") || opens_tool(text)) {
    return LineKind::kPageTool;
  }
  if ((opens_with_one_of(text, kMenuOpenings) && !shape.ends_statement) ||
      shape.folded.starts_with("[dang tai") || is_doubled(shape.folded) || is_menu_row(shape) ||
      text.find("] [") != std::string_view::npos || is_section_row(shape)) {
    return LineKind::kMenu;
  }
  return std::nullopt;
}

}  // namespace tracuu
