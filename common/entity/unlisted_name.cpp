#include "common/entity/unlisted_name.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/syllable.h"

namespace tracuu {
namespace {

constexpr std::size_t kFewestSyllables = 3;
constexpr std::size_t kMostSyllables = 5;

bool is_spelled_as_name(const WordedText& words, std::size_t index, std::size_t end) {
  constexpr std::uint32_t kOthers =
      class_bit(WordClass::kStateBody) | class_bit(WordClass::kPrivateBody) |
      class_bit(WordClass::kUnit) | class_bit(WordClass::kPlace) | class_bit(WordClass::kForeign) |
      class_bit(WordClass::kAddress) | class_bit(WordClass::kDegree) |
      class_bit(WordClass::kCredit) | class_bit(WordClass::kNamesake);
  if (words.may_start_any(kOthers, index)) {
    return false;
  }
  for (std::size_t i = index; i < end; ++i) {
    const Token& token = words.token(i);
    if (token.all_caps || !is_vietnamese_syllable(token.folded) ||
        words.phrase_length(WordClass::kField, i) > 1 || end_of_place(words, i) > i + 1 ||
        (i > index && words.gap_before(i) != " ")) {
      return false;
    }
  }
  return true;
}

/// Whether the words before token `index` are a whole body, of which a name could not be a part:
/// not "Trung tâm", whose name follows, nor "xã".
bool follows_whole_body(const WordedText& words, std::size_t index) {
  constexpr std::array<std::string_view, 12> kWhole = {
      "uy", "ubnd", "hdnd", "phu", "hoi", "tinh", "huyen", "quan", "pho", "doan", "tp", "so"};
  constexpr std::size_t kMostBodyTokens = 4;
  if (index == 0 || words.gap_before(index) != " ") {
    return false;
  }
  const std::string_view last = words.token(index - 1).folded;
  if (std::ranges::find(kWhole, last) != kWhole.end()) {
    return true;
  }
  for (std::size_t length = 1; length <= std::min(kMostBodyTokens, index); ++length) {
    if (words.phrase_length(WordClass::kStateBody, index - length) == length ||
        words.phrase_length(WordClass::kUnit, index - length) == length) {
      return false;
    }
  }
  for (std::size_t length = 1; length <= std::min(kMostBodyTokens, index); ++length) {
    if (words.phrase_length(WordClass::kField, index - length) == length ||
        end_of_place(words, index - length) == index) {
      return true;
    }
  }
  return false;
}

bool ends_clause(const WordedText& words, std::size_t end) {
  if (end >= words.size()) {
    return true;
  }
  const auto gap = words.gap_before(end);
  if (gap == " ") {
    return !words.token(end).capitalized && words.starts(WordClass::kStatement, end);
  }
  return gap.find_first_of(",.;)\n") != std::string_view::npos;
}

bool begins_item(const WordedText& words, std::size_t index) {
  return index == 0 || words.gap_before(index).find_first_of(";:\n") != std::string_view::npos;
}

bool stands_before_title(const WordedText& words, std::size_t end) {
  if (end >= words.size()) {
    return false;
  }
  const auto gap = words.gap_before(end);
  if (gap != ", " && gap != " - " && gap != "- " && gap != " (") {
    return false;
  }
  const std::size_t title = end + words.phrase_length(WordClass::kPrefix, end);
  return words.starts(WordClass::kOffice, title) || words.starts(WordClass::kChair, title) ||
         words.phrase_length(WordClass::kHead, title) > 1 ||
         words.phrase_length(WordClass::kWhole, title) > 1 ||
         words.starts(WordClass::kPosition, title);
}

}  // namespace

bool is_name_by_place(const WordedText& words, std::size_t index, std::size_t end, NameCue cue) {
  if (end < index + kFewestSyllables || end > index + kMostSyllables) {
    return false;
  }
  const bool placed = cue == NameCue::kBody
                          ? ends_clause(words, end) && follows_whole_body(words, index)
                          : begins_item(words, index) && stands_before_title(words, end);
  return placed && is_spelled_as_name(words, index, end);
}

}  // namespace tracuu
