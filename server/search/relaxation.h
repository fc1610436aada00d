#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "server/query/search_request.h"

namespace tracuu {

/// Returns whether so few `matches` have all of `groups` words that the nearest are better shown:
/// none; or under a page for a long query, whose answer may well put one word differently. Asked of
/// the matches without filters: a filter narrows an answer and never changes what it is, so that
/// the count beside a facet's value is what choosing it gives.
bool is_too_few(std::size_t matches, std::size_t groups);

/// The fewest words around a quoted phrase for which the nearest articles are shown at all: who
/// quotes with little around it means it, who pastes a title with quotes in it does not.
inline constexpr std::size_t kWordsAroundQuotes = 3;

/// The sentence that says why articles are shown that lack some of the words: only `matches` have
/// all of them.
std::string relaxed_as_too_few(std::size_t matches, Language language);

/// The sentence for filters that leave none of the `matches` that have all the words.
std::string filtered_out(std::size_t matches, Language language);

/// The sentence for a query whose words stand scattered in the `matches` articles that have them
/// all.
std::string relaxed_as_scattered(std::size_t matches, Language language);

/// The sentence for a query whose quoted phrases no article has.
std::string relaxed_as_not_quoted(Language language);

/// The same for a question or one too long to ask for all of its words.
/// The sentence that says that `corrected` was searched for, since no article has what was typed.
std::string relaxed_as_corrected(std::string_view typed, std::string_view corrected,
                                 Language language);

/// The question whether `text` was meant: "Có phải bạn tìm “chuyển đổi số”?"
std::string offered_correction(std::string_view text, Language language);

/// The sentence that says why a question is too long to ask for all of its words.
std::string relaxed_as_long(Language language);

}  // namespace tracuu
