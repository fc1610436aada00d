#include "common/entity/relation_words.h"

#include <array>
#include <string_view>

#include "common/entity/document_clause.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

struct RelationWord {
  std::string_view before;  ///< folded syllable in front, "" for none
  std::string_view word;
  DocumentRelation relation;
};

constexpr std::array<RelationWord, 13> kWords = {{
    {"thuc", "hien", DocumentRelation::kImplements},
    {"trien", "khai", DocumentRelation::kImplements},
    {"quan", "triet", DocumentRelation::kImplements},
    {"thi", "hanh", DocumentRelation::kImplements},
    {"so", "ket", DocumentRelation::kReviews},
    {"tong", "ket", DocumentRelation::kReviews},
    {"can", "cu", DocumentRelation::kBasedOn},
    {"", "theo", DocumentRelation::kBasedOn},
    {"thay", "the", DocumentRelation::kReplaces},
    {"thay", "cho", DocumentRelation::kReplaces},
    {"bai", "bo", DocumentRelation::kReplaces},
    {"sua", "doi", DocumentRelation::kAmends},
    {"bo", "sung", DocumentRelation::kAmends},
}};

std::optional<DocumentRelation> verb_at(const TokenizedText& text, std::size_t index) {
  const std::string& word = text.tokens[index].folded;
  for (const RelationWord& entry : kWords) {
    if (word == entry.word &&
        (entry.before.empty() || (index > 0 && text.tokens[index - 1].folded == entry.before))) {
      return entry.relation;
    }
  }
  return std::nullopt;
}

bool changes(DocumentRelation relation) {
  return relation == DocumentRelation::kReplaces || relation == DocumentRelation::kAmends;
}

/// "được", "bị" in front of the verb whose last syllable is `index`; "được sửa đổi, bổ sung" too.
bool is_suffered(const TokenizedText& text, std::size_t index) {
  for (std::size_t verb = index; verb >= 2;) {
    if (is_one_of(text, verb - 2, {"duoc", "bi"})) {
      return true;
    }
    const bool second_verb = verb >= 3 && verb_at(text, verb - 2) == DocumentRelation::kAmends;
    if (!second_verb) {
      return false;
    }
    verb -= 2;
  }
  return false;
}

bool names_actor(const TokenizedText& text, std::size_t index) {
  return is_one_of(text, index, {"boi", "bang", "tai", "theo"}) &&
         gap_behind(text, index - 1).bare();
}

}  // namespace

std::optional<DocumentRelation> relation_word_at(const TokenizedText& text, std::size_t index) {
  const auto relation = verb_at(text, index);
  if (!relation) {
    return std::nullopt;
  }
  const bool more = index + 1 < text.tokens.size();
  if (relation == DocumentRelation::kBasedOn && more && is_one_of(text, index + 1, {"doi"})) {
    return std::nullopt;
  }
  if (changes(*relation) && more && names_actor(text, index + 1) && is_suffered(text, index)) {
    return std::nullopt;
  }
  return relation;
}

std::optional<DocumentRelation> passive_relation_at(const TokenizedText& text, std::size_t index) {
  if (index < 3 || !names_actor(text, index)) {
    return std::nullopt;
  }
  const auto relation = verb_at(text, index - 1);
  return relation && changes(*relation) && is_suffered(text, index - 1) ? relation : std::nullopt;
}

}  // namespace tracuu
