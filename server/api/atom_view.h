#pragma once

#include <string>
#include <string_view>

#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

/// Says a question in words, for the title of its feed: "nghị quyết 36 · Địa phương: Hải Phòng · từ
/// 2014-07-01"; "" when it asks for everything.
std::string question_in_words(const SearchRequest& request);

/// Returns the id of an article's entry: the same in every feed, at every host, for ever:
/// "tag:tracuu,2026:article:hp-1".
std::string entry_id(std::string_view article_id);

/// Returns the answer of /api/v1/feed.atom (RFC 4287). An entry's `updated` and `published` are the
/// day of publication, at midnight in Vietnam; an article without one has no `published` and the
/// beginning of 1970 as `updated`, because a feed must have one and none is made up. The feed's
/// `updated` is when the index was built. `base` is scheme and host: "https://tracuu.example".
std::string atom_feed(const SearchRequest& request, const SearchResult& result,
                      std::string_view base);

}  // namespace tracuu
