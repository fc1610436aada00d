#pragma once

#include <optional>

#include "server/query/typed_entity.h"

namespace tracuu {

/// Finds an official of the index whose whole name starts at the first token of `range`: "Lê Khắc
/// Nam", "le khac nam". A name typed with marks must have these marks; one of two syllables counts
/// only in capitals, for "văn hóa" may be a name too. Soft, since a name is words as well. Nothing
/// without TypedText::names. Pure, thread-safe.
std::optional<TypedEntity> official_typed_at(const TypedText& typed, TokenRange range);

}  // namespace tracuu
