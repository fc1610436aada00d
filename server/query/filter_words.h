#pragma once

#include <string>
#include <string_view>

#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

/// Says in words what a request asks for, to stand behind "bài" or "articles": "năm 2012 về Cà Mau
/// dẫn 36-NQ/TW khớp “chính quyền điện tử”", "of 2012 about Cà Mau citing 36-NQ/TW matching “...”".
/// "" for a request that asks for everything.
std::string in_words(const SearchRequest& request);

/// Says that nothing is found, and what is without one of the filters: "Không có bài nào năm 2012
/// về Cà Mau dẫn 36-NQ/TW; có 3 bài ở các năm khác."
std::string removed_in_words(const SearchRequest& request, const RemovedBy& removed);

/// Returns the request without the filter at fault, from its first hit on.
SearchRequest without(const SearchRequest& request, const RemovedBy& removed);

}  // namespace tracuu
