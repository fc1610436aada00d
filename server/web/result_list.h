#pragma once

#include <string>
#include <string_view>

#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

// The search page as it comes from the server: whole without script, and the first thing seen with
// it. Everything that is not the program's own text is escaped.

/// Returns the page that shows `result`: what was understood, hits, pages, each a plain link, and
/// fields for place, dates and order that need no script.
std::string search_page(const SearchRequest& request, const SearchResult& result);

/// Returns the search page with a sentence instead of results: "from: not a date ...". `request`
/// holds what could be read.
std::string failed_search_page(const SearchRequest& request, std::string_view sentence);

}  // namespace tracuu
