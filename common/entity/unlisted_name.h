#pragma once

#include <cstddef>

#include "common/entity/person_name.h"

namespace tracuu {

/// Returns whether the capitals [index, end) are a person's name although no table knows the
/// family, because of where they stand: behind a post that names its body, before what is said
/// ("Giám đốc Sở Nội vụ Não Thiên An Hy cho biết"), or at the head of a list's item, before a post
/// ("các đồng chí: Não Thiên An Hy - Giám đốc ..."). Three syllables or more, all spelled as
/// Vietnamese ones. Reads a bounded number of tokens. REQUIRES: index < end <= words.size().
bool is_name_by_place(const WordedText& words, std::size_t index, std::size_t end, NameCue cue);

}  // namespace tracuu
