#include "server/query/typed_official.h"

#include <algorithm>
#include <string>

#include "common/entity/official.h"
#include "common/entity/token_gap.h"
#include "common/text/normalize.h"
#include "server/query/known_names.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestName = 6;  ///< syllables
constexpr std::size_t kPlainName = 3;    ///< from so many on a name is hardly anything else

/// Returns how many tokens from the first of `range` on may be one name.
std::size_t reach_of(const TypedText& typed, TokenRange range) {
  std::size_t reach = 0;
  while (reach < std::min(range.size(), kLongestName)) {
    const std::size_t index = range.begin + reach;
    if (typed.text.tokens[index].kind != Token::Kind::kWord ||
        (reach > 0 && !gap_behind(typed.text, index - 1).blank())) {
      break;
    }
    ++reach;
  }
  return reach;
}

std::string folded(const TypedText& typed, TokenRange tokens) {
  std::string name;
  for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
    name.append(name.empty() ? "" : " ").append(typed.text.tokens[i].folded);
  }
  return name;
}

/// Returns whether each syllable typed with marks is written so in `name`.
bool marks_agree(const TypedText& typed, TokenRange tokens, std::string_view name) {
  const std::string written = normalized(name);
  const std::vector<Token> of_name = tokenize(written);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = typed.text.tokens[tokens.begin + i];
    if (i >= of_name.size() || (token.marked && token.key != of_name[i].key)) {
      return false;
    }
  }
  return true;
}

bool is_capitalized(const TypedText& typed, TokenRange tokens) {
  for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
    if (!typed.text.tokens[i].capitalized) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<TypedEntity> official_typed_at(const TypedText& typed, TokenRange range) {
  if (typed.names == nullptr) {
    return std::nullopt;
  }
  for (std::size_t size = reach_of(typed, range); size >= 2; --size) {
    const TokenRange tokens{range.begin, range.begin + size};
    const auto name = typed.names->official_folded(folded(typed, tokens));
    if (!name || !marks_agree(typed, tokens, *name) ||
        (size < kPlainName && !is_capitalized(typed, tokens))) {
      continue;
    }
    return TypedEntity{.tokens = tokens,
                       .name_span = typed.span_of(tokens),
                       .field = FieldId::kOfficial,
                       .terms = {filter_term(FieldId::kOfficial, *name)},
                       .soft = true,
                       .code = {},
                       .kind = "official",
                       .value = std::string(*name),
                       .label = std::string(*name)};
  }
  return std::nullopt;
}

}  // namespace tracuu
