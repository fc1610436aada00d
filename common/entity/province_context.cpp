#include "common/entity/province_context.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tracuu {
namespace {

constexpr std::size_t kLongestCue = 5;
constexpr std::size_t kLongestRun = 4;
constexpr std::size_t kAgencyReach = 8;

bool is_blank(std::string_view gap) {
  return gap == " ";
}

bool joins_abbreviation(std::string_view gap) {
  return gap == " " || gap == "." || gap == ". ";
}

/// Returns the first token of the run of capitalised words, parted by blanks, that ends before
/// `first`; at most kLongestRun tokens back.
std::size_t run_start(const TokenizedText& text, std::size_t first) {
  std::size_t start = first;
  while (start > 0 && first - start < kLongestRun && text.tokens[start - 1].capitalized &&
         is_blank(text.gap_after(start - 1)) && !text.tokens[start].starts_sentence) {
    --start;
  }
  return start;
}

PlaceCue cue_before(const TokenizedText& text, const PlaceVocabulary& vocabulary,
                    std::size_t first) {
  PlaceCandidate probe;
  probe.first = first;
  read_cue(text, vocabulary, probe);
  return probe.cue.cue;
}

/// "anh" is an honorific; "Anh" within a sentence is England or a part of a name.
bool is_written_as_cue(const TokenizedText& text, std::size_t first, const CueWord& cue) {
  const Token& token = text.tokens[first];
  return cue.cue != PlaceCue::kPerson || token.folded != "anh" || !token.capitalized ||
         token.starts_sentence;
}

/// "Thị" and "Văn" stand only between a family name and a given name.
bool is_middle_name(const Token& token) {
  return token.folded == "thi" || token.folded == "van";
}

/// "Ảnh: Chí Linh" names who took the photograph.
bool is_photo_credit(const TokenizedText& text, std::size_t first) {
  return first > 0 && text.tokens[first - 1].key == "anh3" &&
         text.gap_after(first - 1).substr(0, 1) == ":";
}

bool begins_person(const TokenizedText& text, const PlaceVocabulary& vocabulary, std::size_t family,
                   const PlaceCandidate& candidate, NameKind kind) {
  const auto use = vocabulary.family_name(text.tokens[family]);
  if (use == FamilyNameUse::kNone) {
    return false;
  }
  const std::size_t middles = candidate.first - family - 1;
  const bool starts_run = family == 0 || !text.tokens[family - 1].capitalized ||
                          !is_blank(text.gap_after(family - 1)) ||
                          cue_before(text, vocabulary, family) == PlaceCue::kPerson;
  const bool middle_name = middles > 0 && is_middle_name(text.tokens[family + 1]);
  if (use == FamilyNameUse::kSure) {
    return (middles == 0 && (starts_run || kind.common_word || kind.district)) ||
           (middles == 1 && (middle_name || kind.common_word)) ||
           (middles == 2 && middle_name && kind.common_word);
  }
  return (middle_name && middles <= 2) ||
         (middles == 0 && kind.common_word && !text.tokens[family].starts_sentence);
}

}  // namespace

void read_cue(const TokenizedText& text, const PlaceVocabulary& vocabulary,
              PlaceCandidate& candidate) {
  candidate.cue_first = candidate.first;
  std::string phrase;
  for (std::size_t count = 1; count <= kLongestCue && count <= candidate.first; ++count) {
    const std::size_t start = candidate.first - count;
    const std::string_view gap = text.gap_after(start);
    if (!joins_abbreviation(gap)) {
      return;
    }
    std::string longer = vocabulary.form(text.tokens[start]);
    longer.append(count == 1 ? "" : " ").append(phrase);
    phrase = std::move(longer);
    const CueWord cue = vocabulary.cue(phrase);
    const bool abbreviates = cue.abbreviation || is_blank(text.gap_after(candidate.first - 1));
    if (cue.cue != PlaceCue::kNone && abbreviates && is_written_as_cue(text, start, cue)) {
      candidate.cue = cue;
      candidate.cue_first = start;
    }
  }
}

bool is_end_of_ward(const TokenizedText& text, const PlaceVocabulary& vocabulary,
                    const PlaceCandidate& candidate) {
  return candidate.first > 1 && candidate.cue.cue == PlaceCue::kNone &&
         text.tokens[candidate.first - 1].capitalized &&
         is_blank(text.gap_after(candidate.first - 1)) &&
         cue_before(text, vocabulary, candidate.first - 1) == PlaceCue::kWard;
}

bool is_person(const TokenizedText& text, const PlaceVocabulary& vocabulary,
               const PlaceCandidate& candidate, NameKind kind) {
  if (candidate.cue.cue == PlaceCue::kPerson) {
    return kind.common_word || kind.district;
  }
  if ((kind.common_word || kind.district) && is_photo_credit(text, candidate.first)) {
    return true;
  }
  const std::size_t start = run_start(text, candidate.first);
  if (start == candidate.first || candidate.cue.cue != PlaceCue::kNone) {
    return false;
  }
  for (std::size_t family = start; family < candidate.first; ++family) {
    if (begins_person(text, vocabulary, family, candidate, kind)) {
      return true;
    }
  }
  return candidate.first - start <= 2 && kind.common_word &&
         cue_before(text, vocabulary, start) == PlaceCue::kPerson;
}

bool is_in_china(const TokenizedText& text, const PlaceCandidate& candidate) {
  if (candidate.end + 1 >= text.tokens.size()) {
    return false;
  }
  const std::string_view gap = text.gap_after(candidate.end - 1);
  return text.tokens[candidate.end].folded == "trung" &&
         text.tokens[candidate.end + 1].folded == "quoc" &&
         (gap == " (" || gap == ", " || gap == " " || gap == "(");
}

bool is_among_capitals(const TokenizedText& text, const PlaceCandidate& candidate) {
  const auto caps = [&](std::size_t i) { return text.tokens[i].all_caps; };
  if (!caps(candidate.first) || !caps(candidate.end - 1)) {
    return false;
  }
  const bool before = candidate.first > 0 && is_blank(text.gap_after(candidate.first - 1));
  const bool after =
      candidate.end < text.tokens.size() && is_blank(text.gap_after(candidate.end - 1));
  return (before && caps(candidate.first - 1)) || (after && caps(candidate.end)) ||
         (!before && !after);
}

bool has_local_cue(const TokenizedText& text, const PlaceVocabulary& vocabulary,
                   const PlaceCandidate& candidate) {
  const PlaceCue cue = candidate.cue.cue;
  if (cue == PlaceCue::kLocal || cue == PlaceCue::kProvince || cue == PlaceCue::kDistrict) {
    return true;
  }
  const std::string_view after = text.gap_after(candidate.end - 1);
  if (text.tokens[candidate.first].starts_sentence &&
      (after == " - " || after == "- " || after == ": ")) {
    return true;
  }
  for (std::size_t i = candidate.first; i > 0 && candidate.first - i < kAgencyReach; --i) {
    const std::string_view gap = text.gap_after(i - 1);
    if (gap != " " && gap != "&" && gap != " & ") {
      return false;
    }
    if (vocabulary.cue(vocabulary.form(text.tokens[i - 1])).cue == PlaceCue::kLocal &&
        text.tokens[i - 1].capitalized) {
      return true;
    }
  }
  return false;
}

bool lies_in(const TokenizedText& text, const PlaceCandidate& lower, const PlaceCandidate& upper) {
  if (upper.first < lower.end || upper.first - lower.end > 3) {
    return false;
  }
  const std::string_view gap = text.gap_after(lower.end - 1);
  if (gap.size() > 3 || gap.find_first_not_of(" ,(-") != std::string_view::npos) {
    return false;
  }
  std::size_t between = lower.end;
  if (between < upper.cue_first &&
      (text.tokens[between].folded == "thuoc" || text.tokens[between].folded == "cua")) {
    ++between;
  }
  return between >= upper.cue_first;
}

bool is_plural(const TokenizedText& text, const PlaceCandidate& candidate) {
  constexpr std::array<std::string_view, 9> kPlurals{"cac", "hai", "ba",  "bon",  "nam",
                                                     "sau", "bay", "tam", "nhung"};
  if (candidate.cue_first == 0 || candidate.cue_first == candidate.first ||
      !is_blank(text.gap_after(candidate.cue_first - 1))) {
    return false;
  }
  const Token& before = text.tokens[candidate.cue_first - 1];
  return before.kind == Token::Kind::kNumber ||
         std::find(kPlurals.begin(), kPlurals.end(), before.folded) != kPlurals.end();
}

bool is_listed_after(const TokenizedText& text, const PlaceCandidate& candidate,
                     const PlaceCandidate& next) {
  if (next.first == candidate.end) {
    const std::string_view gap = text.gap_after(candidate.end - 1);
    return gap == ", " || gap == "," || gap == "; " || gap == " - " || gap == "-";
  }
  const Token& between = text.tokens[candidate.end];
  return next.first == candidate.end + 1 && (between.folded == "va" || between.folded == "hoac") &&
         text.gap_after(candidate.end - 1).size() <= 2 && is_blank(text.gap_after(candidate.end));
}

}  // namespace tracuu
