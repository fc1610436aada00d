#include "indexer/title_candidate.h"

#include <string_view>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "indexer/byline.h"
#include "indexer/line_words.h"
#include "indexer/portal_name.h"
#include "indexer/publisher_name.h"
#include "indexer/section_name.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxTitleColumns = 260;

/// Returns whether a line is a letter's address or a page's weather, which headlines look like.
bool is_address_or_weather(const PageBlock& block) {
  return block.shape.opens_with("kinh gui") || block.normalized.find("\u00B0") != std::string::npos;
}

/// Returns whether a line is a field of the page: "Tác giả: Lê Hoa", "Chuyên mục: Tin tức".
bool is_label(const PageBlock& block) {
  constexpr std::string_view kLabels[] = {
      "tac gia",    "nguoi dang", "dang boi", "chuyen muc", "danh muc", "nguon",   "nguoi viet",
      "lan xem",    "luot xem",   "luot doc", "the loai",   "loai tin", "id",      "don vi",
      "nguoi gui",  "tin nong",   "tin moi",  "hotline",    "bai viet", "lien he", "tu khoa",
      "phong vien", "thuc hien",  "posted",   "written by", "viet boi", "tin khan"};
  const std::size_t colon = block.shape.folded.find(':');
  const bool labelled =
      colon != std::string::npos && is_one_of(trim(block.shape.folded.substr(0, colon)), kLabels);
  return labelled || closes_article(block.normalized);
}

/// Returns whether a line is the banner of a paper or station: its name, perhaps behind a call sign
/// ("LA34 - ĐÀI PHÁT THANH ..."), its host and motto, its motto alone.
bool is_paper_banner(const PageBlock& block) {
  constexpr std::size_t kMaxNameWords = 10;
  constexpr std::size_t kMaxCallSign = 8;
  const std::size_t dash = block.normalized.find(" - ");
  const std::string_view name =
      std::string_view(block.normalized).substr(dash <= kMaxCallSign ? dash + 3 : 0);
  if (block.shape.words.size() <= kMaxNameWords && is_publisher(name) &&
      is_body_name(shape_of(name, name), name)) {
    return true;
  }
  constexpr std::string_view kMottoes[] = {"co quan cua dang", "co quan ngon luan",
                                           "tieng noi cua dang"};
  const std::string_view line = block.normalized;
  const std::string_view first = line.substr(0, line.find(' '));
  const bool host = is_host(first) && first.size() < line.size();
  const std::string_view folded = block.shape.folded;
  const std::string_view rest = host ? folded.substr(folded.find(' ') + 1) : folded;
  return (host && block.shape.wide_gaps > 0) || opens_with_one_of(without_marks(rest), kMottoes);
}

}  // namespace

bool can_be_title(const PageBlock& block) {
  return block.kind == LineKind::kContent && block.shape.is_short() &&
         block.shape.words.size() >= 3 && block.shape.columns <= kMaxTitleColumns &&
         block.shape.numbers < block.shape.words.size() &&
         !is_portal_name(block.shape, block.normalized) &&
         !is_place_name(block.shape, block.normalized) && !is_address_or_weather(block) &&
         !is_label(block) && !is_section_name(block.shape) && !is_paper_banner(block);
}

}  // namespace tracuu
