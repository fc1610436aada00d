#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/document_reference.h"
#include "common/entity/relation_words.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostWordsBack = 12;

/// The nearest verb in front decides; "sơ kết 5 năm thực hiện" reviews.
DocumentRelation relation_before(const TokenizedText& text, std::size_t first, std::size_t floor) {
  DocumentRelation nearest = DocumentRelation::kMentions;
  for (std::size_t back = 1; back <= kMostWordsBack && first >= floor + back; ++back) {
    const std::size_t index = first - back;
    const Gap gap = gap_behind(text, index);
    const bool clause_ends =
        gap.newline || gap.first == ';' || gap.first == ':' || (gap.first == '.' && !gap.tight());
    if (clause_ends) {
      break;
    }
    if (passive_relation_at(text, index)) {
      break;
    }
    const auto relation = relation_word_at(text, index);
    if (relation && nearest == DocumentRelation::kMentions) {
      nearest = *relation;
    } else if (relation == DocumentRelation::kReviews && nearest == DocumentRelation::kImplements) {
      return DocumentRelation::kReviews;
    }
  }
  return nearest;
}

bool only_list_words(const TokenizedText& text, std::size_t begin, std::size_t end) {
  constexpr std::array<std::string_view, 4> kListWords = {"va", "cac", "hoac", "cung"};
  if (begin == 0 || end - begin > 3) {
    return false;
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (std::ranges::find(kListWords, text.tokens[i].folded) == kListWords.end()) {
      return false;
    }
  }
  const Gap gap = gap_behind(text, begin - 1);
  return !gap.newline && (gap.is(',') || (gap.bare() && end > begin));
}

}  // namespace

void find_relations(const TokenizedText& text, std::vector<DocumentReference>& references) {
  std::size_t floor = 0;
  for (std::size_t i = 0; i < references.size(); ++i) {
    DocumentReference& reference = references[i];
    reference.mention.relation = relation_before(text, reference.first, floor);
    if (i > 0 && reference.mention.relation == DocumentRelation::kMentions &&
        only_list_words(text, floor, reference.first)) {
      reference.mention.relation = references[i - 1].mention.relation;
    }
    floor = reference.end;
  }
}

}  // namespace tracuu
