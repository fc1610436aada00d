#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "common/text/tokens.h"

namespace tracuu {

class KnownNames;

/// Tokens [begin, end).
struct TokenRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool operator==(const TokenRange&) const = default;
};

/// What a reader types, in its one spelling and on one line, with its tokens.
struct TypedText {
  std::string_view normalized;  ///< owned by the caller, must outlive this
  TokenizedText text;
  /// Whether any token is typed with marks. Else the reader types none at all, and "nam" is "năm".
  bool any_marked = false;
  const KnownNames* names = nullptr;  ///< of the index that is asked, when there is one

  /// Returns the bytes of `tokens`. REQUIRES: they are not none.
  Span span_of(TokenRange tokens) const {
    return {text.tokens[tokens.begin].span.begin, text.tokens[tokens.end - 1].span.end};
  }
};
TypedText typed_text(std::string_view normalized, const KnownNames* names = nullptr);

/// Something that the bare words of a query name.
struct TypedEntity {
  TokenRange tokens;
  Span name_span;  ///< without "tỉnh", "thành phố" in front; what is put in quotes to undo it
  FieldId field = FieldId::kDocument;
  std::vector<std::string> terms;  ///< boolean terms of articles that bear it
  /// Whether the words may as well be meant as words: "hoa binh", "năm 2014".
  bool soft = false;
  /// Of a full number its words in canonical order, "36-NQ/TW"; else "".
  std::string code;
  std::string kind;   ///< "document", "province", "official", "year", "month"
  std::string value;  ///< canonical: "NQ 36"
  std::string label;  ///< "Nghị quyết 36"

  bool operator==(const TypedEntity&) const = default;
};

/// Finds the documents, provinces, officials, years and months that the tokens of `range` name, in
/// order and without overlaps, with or without marks: "nghi quyet 36", "hai phong", "nam 2014".
/// Linear in the number of tokens; pure, thread-safe.
std::vector<TypedEntity> find_typed_entities(const TypedText& typed, TokenRange range);

}  // namespace tracuu
