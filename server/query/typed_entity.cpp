#include "server/query/typed_entity.h"

#include <algorithm>

#include "server/query/typed_date.h"
#include "server/query/typed_document.h"
#include "server/query/typed_official.h"
#include "server/query/typed_province.h"

namespace tracuu {

TypedText typed_text(std::string_view normalized, const KnownNames* names) {
  TypedText typed{
      .normalized = normalized, .text = tokenized(normalized), .any_marked = false, .names = names};
  typed.any_marked = std::any_of(typed.text.tokens.begin(), typed.text.tokens.end(),
                                 [](const Token& token) { return token.marked; });
  return typed;
}

std::vector<TypedEntity> find_typed_entities(const TypedText& typed, TokenRange range) {
  std::vector<TypedEntity> entities;
  for (TokenRange rest = range; rest.begin < rest.end;) {
    // A number with its type says most; "nam" before digits is a year before it is part of a name.
    auto entity = document_typed_at(typed, rest);
    if (!entity) {
      entity = date_typed_at(typed, rest);
    }
    if (!entity) {
      const bool after_entity = !entities.empty() && entities.back().tokens.end == rest.begin;
      entity = province_typed_at(typed, rest, after_entity);
    }
    if (!entity) {
      entity = official_typed_at(typed, rest);
    }
    if (!entity) {
      ++rest.begin;
      continue;
    }
    rest.begin = entity->tokens.end;
    entities.push_back(*std::move(entity));
  }
  return entities;
}

}  // namespace tracuu
