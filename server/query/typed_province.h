#pragma once

#include <optional>

#include "server/query/typed_entity.h"

namespace tracuu {

/// Returns the province that starts at the first token of `range`: "hải phòng", "tinh nghe an",
/// "TP HCM", "brvt". Tokens typed with marks must have the marks of the name; without marks and in
/// lower case a name may as well be words, so the entity is always soft. Not where the syllables
/// belong to words around them: "việt nam định hướng", "hạ long an toàn", "haiphong.gov.vn".
/// `after_entity`: an entity ends right before, so that what stands there belongs to it.
std::optional<TypedEntity> province_typed_at(const TypedText& typed, TokenRange range,
                                             bool after_entity);

/// Returns whether the dash between token `index` and the next one is part of a province's name:
/// "bà rịa -vũng tàu".
bool dash_is_in_province(const TypedText& typed, std::size_t index);

}  // namespace tracuu
