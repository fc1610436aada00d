#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/query/lexing.h"
#include "server/query/typed_entity.h"

namespace tracuu {

/// The smallest part of a query that is asked for, or excluded, as a whole.
struct QueryUnit {
  enum class Kind { kSyllable, kPhrase, kEntity, kOr };
  Kind kind = Kind::kSyllable;
  bool excluded = false;
  TokenRange tokens;
  Span span;  ///< in the text, quotes and minus included
  std::optional<TypedEntity> entity;

  bool operator==(const QueryUnit&) const = default;
};

/// Splits pieces into units: bare words into entities and single syllables. A minus takes the
/// entity behind it; else what is written without a blank ("-TT&TT"); else one word, which in
/// Vietnamese is two syllables where two stand together: of "-quảng cáo hải phòng" it takes "quảng
/// cáo". A query of nothing but OR and AND is words.
std::vector<QueryUnit> split_into_units(const TypedText& typed,
                                        const std::vector<LexedPiece>& pieces);

/// Prints units: "document(nghi quyet 36) so OR \"cntt\" -\"quang cao\"".
std::string describe_units(const TypedText& typed, const std::vector<QueryUnit>& units);

}  // namespace tracuu
