#pragma once

#include <string_view>

#include "common/result.h"
#include "server/query/known_names.h"
#include "server/query/query.h"
#include "server/query/search_request.h"

namespace tracuu {

/// Understands the question of a request; with match=prefix its last word is left open. Fails as
/// understand() does.
Result<Query> understand_request(const SearchRequest& request, const KnownNames* names);

/// Takes the last word of `query`, which was understood from `typed`, for the start of one: "công
/// ngh" asks for công and any word that begins with ngh. It is asked for even when it is a little
/// word by itself ("và" may become "vàng"). What was recognized with it ("hải phòng") stays, and an
/// article that has all its words with the last as a start does as well. A last word is finished,
/// and all stays as it is, where anything stands behind it, be it a blank, a quote or a full stop,
/// and where it is excluded ("-quảng").
void leave_last_word_open(Query& query, std::string_view typed);

}  // namespace tracuu
