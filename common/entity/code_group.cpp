#include "common/entity/code_group.h"

#include "common/entity/document_code.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostGroups = 6;  ///< of an issuer: joint circulars name up to five bodies

bool is_token(const TokenizedText& text, std::size_t index, Token::Kind kind) {
  return index < text.tokens.size() && text.tokens[index].kind == kind;
}

}  // namespace

std::optional<CodeGroup> read_code_group(const TokenizedText& text, std::size_t index) {
  if (!is_token(text, index, Token::Kind::kWord)) {
    return std::nullopt;
  }
  CodeGroup group{.written = std::string(text.text_of(index)), .end = index + 1};
  group.code_like = looks_like_code(text.tokens[index], group.written);
  while (is_token(text, group.end, Token::Kind::kWord)) {
    const Gap gap = gap_behind(text, group.end - 1);
    const std::string_view next = text.text_of(group.end);
    const bool initials =
        gap.is('.') && gap.tight() && group.written == "T" && (next == "Ư" || next == "W");
    const bool joined = gap.is('&') && gap.tight() && group.code_like;
    if (!initials && !joined) {
      break;
    }
    group.written.append(joined ? "&" : "").append(next);
    group.code_like = true;
    ++group.end;
  }
  if (is_token(text, group.end, Token::Kind::kNumber)) {
    const Gap gap = gap_behind(text, group.end - 1);
    const std::string with_digits = group.written + std::string(text.text_of(group.end));
    const bool term = gap.bare() && !gap.newline && known_issuer(with_digits).has_value();
    if (term || (gap.touching() && group.code_like)) {
      group.written = with_digits;
      ++group.end;
    }
  }
  return group;
}

std::size_t read_further_groups(const TokenizedText& text, std::size_t end, bool spaced,
                                std::string& issuer) {
  for (std::size_t count = 1; count < kMostGroups; ++count) {
    const Gap gap = gap_behind(text, end - 1);
    if (!gap.is('-') || gap.newline) {
      break;
    }
    const auto group = read_code_group(text, end);
    if (!group) {
      break;
    }
    const auto known = known_issuer(group->written);
    const bool unit = is_drafting_unit(group->written);
    if (!known && !unit && !group->code_like) {
      break;
    }
    if (gap.spaced() && !unit && !spaced) {
      break;  // "36-NQ/TW - UBND tỉnh ...": a dash between clauses
    }
    issuer.append("-").append(known.value_or(group->written));
    end = group->end;
  }
  return end;
}

}  // namespace tracuu
