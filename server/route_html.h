#pragma once

#include <string_view>

#include "server/http/message.h"
#include "server/search/searcher.h"

namespace tracuu {

// The addresses that people open: "/" (the search, with its results in the page itself),
// "/articles/{id}", "/documents/{number}", "/officials/{name}", and the files that these load.

/// Returns whether the request is for one of them.
bool is_page(const HttpRequest& request);

/// Returns the pattern of its address: "/articles/{id}". REQUIRES: is_page(request).
std::string_view page_pattern(const HttpRequest& request);

/// Answers it. What the API would refuse is told in the page, with the API's status. Thread-safe;
/// throws what the searcher throws. REQUIRES: is_page(request).
HttpResponse page_answer(const Searcher& searcher, const HttpRequest& request,
                         const Deadline& deadline);

}  // namespace tracuu
