#pragma once

#include <string_view>

#include "server/query/query.h"
#include "server/query/typed_entity.h"

namespace tracuu {

/// Returns whether token `index` says little alone ("của", "và", "về"). Where the reader types no
/// marks at all, only syllables that are hardly ever anything else count ("cua", "va"; not "ve",
/// which is as often "vé" or "vẽ").
bool says_little(const TypedText& typed, std::size_t index);

/// Returns whether a syllable without marks is hardly ever anything but a little word: "cua", "va";
/// not "ve".
bool says_little_without_marks(std::string_view folded);

/// Returns whether an article may lack what `group` asks for: little words, and none that is
/// another word without its marks ("của"; not "về"). So a question without marks, which cannot
/// tell, asks for no more than the same with them, and finds all that it finds.
bool is_optional(const QueryGroup& group);

/// Returns whether `group` asks for one word that is a little one when its marks are left out,
/// whatever it is with them: "của", "lạ". A query of nothing else asks for all of its words.
bool is_little_without_marks(const QueryGroup& group);

}  // namespace tracuu
