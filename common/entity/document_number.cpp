#include "common/entity/document_number.h"

#include <array>
#include <utility>

#include "common/entity/document_code.h"
#include "common/entity/document_name.h"
#include "common/entity/document_phrases.h"
#include "common/entity/document_scanner.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

/// "Đề án 06".
std::string parse_numbered_name(const TokenizedText& text, const TypePhraseMatch& phrase) {
  const std::size_t digits = skip_number_word(text, phrase.token_count);
  const auto bare = digits < text.tokens.size() ? scan_bare_number(text, digits) : std::nullopt;
  const bool whole = bare && bare->end == text.tokens.size() && bare->number.year == 0;
  return whole ? phrase.type->name + " " + text.tokens[digits].folded : std::string();
}

/// "Nghị quyết Trung ương 4", "Nghị quyết Đại hội XIII"; `behind` is the token behind the type.
std::string parse_resolution_name(const TokenizedText& text, std::size_t behind) {
  for (const auto& paper :
       {plenum_resolution_at(text, behind), congress_resolution_at(text, behind)}) {
    if (paper && paper->end == text.tokens.size()) {
      return paper->name;
    }
  }
  return {};
}

/// Reads a name that fills the whole text, "" for none.
std::string parse_name(const TokenizedText& text) {
  const auto popular = popular_name_at(text, 0, /*by_folded=*/true);
  if (popular && popular->token_count == text.tokens.size()) {
    return std::string(popular->name);
  }
  const auto phrase = type_phrase_at(text, 0, /*by_folded=*/true);
  if (!phrase) {
    return type_code_of(text.text_of(0)) == "NQ" ? parse_resolution_name(text, 1) : std::string();
  }
  if (phrase->type->use == TypeUse::kNamed) {
    return parse_numbered_name(text, *phrase);
  }
  return phrase->type->code == "NQ" ? parse_resolution_name(text, phrase->token_count)
                                    : std::string();
}

}  // namespace

std::string to_canonical(const DocumentNumber& number) {
  if (!number.name.empty()) {
    return number.name;
  }
  std::string head = std::to_string(number.number) + number.suffix;
  if (number.year != 0) {
    head.append("/").append(std::to_string(number.year));
  }
  if (number.issuer.empty()) {
    return number.type.empty() ? head : number.type + " " + head;
  }
  if (number.type.empty()) {
    return head + "/" + number.issuer;
  }
  const bool party = is_party_issuer(number.issuer);
  head.append(party ? "-" : "/").append(number.type);
  return head.append(party ? "/" : "-").append(number.issuer);
}

std::optional<DocumentNumber> parse_document_number(std::string_view normalized) {
  const TokenizedText text = tokenized(normalized);
  const std::size_t count = text.tokens.size();
  if (count == 0 || count > 24) {
    return std::nullopt;
  }
  if (std::string name = parse_name(text); !name.empty()) {
    DocumentNumber named;
    named.name = std::move(name);
    return named;
  }
  if (const auto reversed = scan_reversed_number(text, 0); reversed && reversed->end == count) {
    return reversed->number;
  }
  std::string type;
  bool needs_number_word = false;
  std::size_t index = 0;
  if (const auto phrase = type_phrase_at(text, 0, /*by_folded=*/true)) {
    type = phrase->type->code;
    index = phrase->token_count;
    needs_number_word = type == "L";  // "luật 2015" is a year's
  } else if (const auto code = type_code_of(text.text_of(0))) {
    type = *code;
    index = 1;
    if (index < count && gap_behind(text, 0).is('/')) {
      return std::nullopt;
    }
  }
  const std::size_t digits = skip_number_word(text, index);
  if (digits >= count) {
    return std::nullopt;
  }
  if (auto coded = scan_coded_number(text, digits, ScanTrust::kQuery);
      coded && coded->end == count) {
    return coded->number;
  }
  auto bare = scan_bare_number(text, digits);
  if (!bare || bare->end != count || type.empty() || (needs_number_word && digits == index)) {
    return std::nullopt;
  }
  bare->number.type = type;
  return bare->number;
}

std::string_view name_of(DocumentRelation relation) {
  constexpr std::array<std::string_view, 6> kNames = {"mentions", "implements", "reviews",
                                                      "based-on", "replaces",   "amends"};
  return kNames[static_cast<std::size_t>(relation)];
}

}  // namespace tracuu
