#pragma once

#include "server/query/typed_entity.h"

namespace tracuu {

/// Returns whether what was typed asks in a whole sentence: it ends in a question mark or has an
/// interrogative, with or without marks: "vì sao", "thế nào", "bao nhiêu", "là gì", "có ... không".
/// The answer to a question seldom has all of its words. Pure, thread-safe.
bool is_question(const TypedText& typed);

}  // namespace tracuu
