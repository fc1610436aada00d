#pragma once

#include "server/query/typed_entity.h"

namespace tracuu {

/// Returns whether an article may lack token `index`: a syllable that says little alone ("của",
/// "và"). Where the reader types no marks at all, only syllables that are hardly ever anything else
/// count ("cua", "va"; not "de", which is as often "đề").
bool is_optional_word(const TypedText& typed, std::size_t index);

}  // namespace tracuu
