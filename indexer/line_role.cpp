#include "indexer/line_role.h"

#include <algorithm>
#include <iterator>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/credit_line.h"
#include "indexer/date_field.h"
#include "indexer/line_words.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxCaptionColumns = 180;
constexpr std::size_t kMinCaptionWords = 4;

constexpr std::string_view kCaptionCues[] = {
    "phat bieu tai",      "phat bieu chi dao", "phat bieu khai mac",
    "phat bieu ket luan", "tham quan",         "chu tri hoi nghi",
    "tai diem cau",       "chup anh luu niem", "trao bang khen",
    "ky ket thoa thuan",  "bam nut",           "cat bang",
    "kiem tra thuc te",   "chu tri buoi"};
constexpr std::string_view kPeopleOpenings[] = {
    "ong",          "ba",       "dong chi",        "d/c",          "cac dong chi",
    "cac dai bieu", "dai bieu", "cac dai bieu du", "doan cong tac"};

/// Returns where the last sentence but one ends when what follows is too short for a sentence, 0
/// when nothing does.
std::size_t last_sentence_end(std::string_view text) {
  constexpr std::size_t kMaxSignatureBytes = 60;
  const std::size_t from = text.size() > kMaxSignatureBytes ? text.size() - kMaxSignatureBytes : 0;
  for (std::size_t i = text.size(); i > from + 2; --i) {
    if (text[i - 1] == ' ' &&
        std::string_view(".!?\"/").find(text[i - 2]) != std::string_view::npos) {
      return i - 1;
    }
  }
  return 0;
}

/// Returns where the bracket behind the last sentence begins, 0 when there is none: "... từ tháng
/// sau. (Theo TTXVN)".
std::size_t last_bracket(std::string_view text) {
  constexpr std::size_t kMaxBracketBytes = 80;
  const std::size_t open = text.rfind(" (");
  const std::size_t last = text.find_last_not_of(". ");
  const bool behind_sentence =
      open != std::string_view::npos && open > 0 &&
      std::string_view(".!?\"/").find(text[open - 1]) != std::string_view::npos;
  return behind_sentence && last != std::string_view::npos && text[last] == ')' &&
                 text.size() - open <= kMaxBracketBytes
             ? open
             : 0;
}

/// Returns whether a signature of two words and more is all that a text holds.
bool names_whole(std::string_view signature, const Credit& credit) {
  return credit.author && signature.find(' ', 1) != std::string_view::npos &&
         signature.find_first_of(".0123456789") == std::string_view::npos &&
         trim(signature).size() == credit.author->size();
}

}  // namespace

bool looks_like_caption(const PageBlock& block) {
  const LineShape& shape = block.shape;
  if (opens_caption(shape) && !shape.ends_statement) {
    return true;
  }
  if (!shape.is_short() || shape.ends_sentence || shape.bullet ||
      shape.columns > kMaxCaptionColumns || shape.words.size() < kMinCaptionWords) {
    return false;
  }
  return block.glued || opens_with_one_of(shape.folded, kPeopleOpenings) ||
         holds_one_of(shape.folded, kCaptionCues);
}

bool is_pointer(std::string_view normalized) {
  constexpr std::string_view kArrows[] = {"\u25C2", "\u25B8", "\u25BA", "\u25C4", "\u25B6",
                                          "\u2190", "\u2192", "\u00BB", ">>"};
  return std::any_of(std::begin(kArrows), std::end(kArrows),
                     [&](std::string_view arrow) { return normalized.starts_with(arrow); });
}

bool is_link(const PageBlock& block) {
  if (!block.shape.is_short() || block.shape.ends_statement) {
    return false;
  }
  const std::string_view line = block.normalized;
  constexpr std::size_t kDateBytes = 10;
  if (line.size() <= kDateBytes || line.starts_with('(')) {
    return false;
  }
  const std::string_view day = line.substr(line.size() - kDateBytes);
  const bool dated = day.front() >= '0' && day.front() <= '9' && read_date_field(day);
  const bool told = line.substr(0, line.size() - kDateBytes).ends_with("ng\u00E0y ");
  return is_pointer(line) || read_dated_title(line) ||
         (dated && !told && block.shape.words.size() >= kMinCaptionWords);
}

bool is_section(const PageBlock& block) {
  constexpr std::size_t kSectionWords = 6;
  const std::vector<Token> tokens = tokenize(block.normalized);
  return tokens.size() <= kSectionWords && !block.shape.ends_sentence &&
         std::all_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.all_caps; });
}

std::optional<PageBlock> part_signature_of(PageBlock& block) {
  const std::size_t bracket = last_bracket(block.text);
  const std::size_t end = bracket > 0 ? bracket : last_sentence_end(block.text);
  // Of a line that names who signs as a whole nothing is to be parted: "CTV. Lưu Hà".
  if (end == 0 || read_credit(block.normalized, BylinePlace::kBelowText)) {
    return std::nullopt;
  }
  PageBlock part;
  part.first_line = block.first_line;
  part.line_count = 0;
  part.text = trim(std::string_view(block.text).substr(end));
  part.normalized = normalized(part.text);
  part.shape = shape_of(part.text, part.normalized);
  part.glued = true;
  const auto credit = read_credit(part.normalized, BylinePlace::kBelowText);
  if (!credit || (bracket == 0 && !names_whole(part.normalized, *credit))) {
    return std::nullopt;
  }
  block.text.resize(end);
  block.normalized = normalized(block.text);
  block.shape = shape_of(block.text, block.normalized);
  return part;
}

}  // namespace tracuu
