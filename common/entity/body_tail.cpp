#include "common/entity/body_tail.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/body_words.h"
#include "common/entity/person_name.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostTailTokens = 12;
constexpr std::size_t kMostOwnerTokens = 3;

bool is_office(const WordedText& words, const Body& body) {
  constexpr std::array<std::string_view, 12> kOffices = {
      "cuc", "vu", "chi", "trung", "tt", "phong", "ban", "vien", "doi", "to", "tong", "hoi"};
  return body.end > body.begin &&
         std::ranges::find(kOffices, words.token(body.begin).folded) != kOffices.end();
}

/// "Giám đốc Trung tâm Chống hạn và Lê Tám": another person, no more of the name.
bool is_joint(const WordedText& words, std::size_t index) {
  return words.token(index).folded == "cung" || words.starts(WordClass::kJoint, index);
}

/// Whether a clause begins at token `index`: "đề nghị", "ông", "Giám đốc".
bool begins_clause(const WordedText& words, std::size_t index) {
  constexpr std::uint32_t kOpening = class_bit(WordClass::kAddress) | class_bit(WordClass::kRank) |
                                     class_bit(WordClass::kOffice) | class_bit(WordClass::kChair) |
                                     class_bit(WordClass::kHead) | class_bit(WordClass::kWhole);
  const Token& token = words.token(index);
  if (words.is_plain(index) || token.folded == "cac") {
    return false;
  }
  const std::size_t statement = words.phrase_length(WordClass::kStatement, index);
  if (statement > 0 && !token.capitalized &&
      statement >= words.phrase_length(WordClass::kField, index)) {
    return true;
  }
  return words.may_start_any(kOpening, index) &&
         (words.starts(WordClass::kAddress, index) || words.starts(WordClass::kRank, index) ||
          words.starts(WordClass::kOffice, index) || words.starts(WordClass::kChair, index) ||
          words.starts(WordClass::kHead, index) || words.starts(WordClass::kWhole, index));
}

}  // namespace

std::size_t end_before_person(const WordedText& words, const Body& body) {
  const bool may_go_on = body.kind == BodyKind::kState || body.kind == BodyKind::kPlural;
  if (!may_go_on || !is_office(words, body)) {
    return body.end;
  }
  const std::size_t limit = std::min(words.size(), body.end + kMostTailTokens);
  for (std::size_t index = body.end; index < limit; ++index) {
    const Join join = join_of(words.gap_before(index), words.token(index - 1), words.token(index));
    if (join != Join::kBlank && join != Join::kTie) {
      break;
    }
    if (words.token(index).capitalized && end_of_full_name(words, index, NameCue::kNone) > index) {
      return is_joint(words, index - 1) ? body.end : index;
    }
    if (begins_clause(words, index)) {
      break;
    }
  }
  return body.end;
}

bool belongs_to_company(const WordedText& words, const Body& body) {
  if (body.end + 1 >= words.size() || words.token(body.end).folded != "cua" ||
      words.gap_before(body.end) != " ") {
    return false;
  }
  const std::size_t limit = std::min(words.size(), body.end + 1 + kMostOwnerTokens);
  for (std::size_t index = body.end + 1; index < limit && words.gap_before(index) == " "; ++index) {
    if (words.starts(WordClass::kPrivateBody, index)) {
      return true;
    }
  }
  return false;
}

}  // namespace tracuu
