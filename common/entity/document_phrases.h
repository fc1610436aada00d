#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/text/tokens.h"

namespace tracuu {

/// How far a number behind the written name of a type can be believed without its code.
enum class TypeUse : std::uint8_t {
  kFirm,      ///< Nghị quyết, Nghị định: "Nghị quyết 36" is a paper
  kLoose,     ///< Quyết định, Kế hoạch: a verb or a plain noun too; more must speak for it
  kNamed,     ///< Đề án: "Đề án 06" is a name
  kCodeOnly,  ///< Dự án, Hợp đồng: only with a full number
};

/// The written name of a type.
struct TypePhrase {
  std::string name;  ///< "Nghị quyết"
  std::string code;  ///< "NQ"
  TypeUse use = TypeUse::kCodeOnly;
};

struct TypePhraseMatch {
  const TypePhrase* type = nullptr;  ///< lives as long as the program
  std::size_t token_count = 0;
};

/// Returns the longest name of a type that begins at token `index`. With `by_folded`, marks do not
/// matter: for what a person typed.
std::optional<TypePhraseMatch> type_phrase_at(const TokenizedText& text, std::size_t index,
                                              bool by_folded = false);

struct PopularNameMatch {
  std::string_view name;  ///< lives as long as the program
  std::size_t token_count = 0;
};

/// Returns the name by which a landmark paper is called, if it begins at token `index`: "Luật An
/// ninh mạng", "Luật Giao dịch điện tử năm 2005", "Chương trình 1605". Names that are only a type
/// and a number with a code of its own ("Nghị quyết 36") are left to the numbers.
std::optional<PopularNameMatch> popular_name_at(const TokenizedText& text, std::size_t index,
                                                bool by_folded = false);

/// Returns the token behind "số", "số:", "só" at token `index`, or `index` when there is none.
std::size_t skip_number_word(const TokenizedText& text, std::size_t index);

}  // namespace tracuu
