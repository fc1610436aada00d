#pragma once

#include <cstddef>
#include <string>

#include "server/query/search_request.h"

namespace tracuu {

/// The sentence that says why articles are shown that lack some of the words: none that passes the
/// filters has all of them, `elsewhere` do without filters.
std::string relaxed_as_too_few(std::size_t elsewhere, Language language);

/// The same for a question too long to ask for all of its words.
std::string relaxed_as_long(Language language);

}  // namespace tracuu
