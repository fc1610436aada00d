#pragma once

#include <chrono>
#include <optional>

#include "server/http/message.h"
#include "server/search/searcher.h"

namespace tracuu {

/// Answers the addresses that people open: "/" (the search, with its results in the page itself),
/// "/articles/{id}", "/documents/{number}", "/officials/{name}", and the files that these load.
/// Returns nothing for any other address. What the API would refuse is told in the page, with the
/// API's status. Thread-safe; throws what the searcher throws.
std::optional<HttpResponse> page_answer(const Searcher& searcher, const HttpRequest& request,
                                        std::chrono::steady_clock::time_point deadline);

}  // namespace tracuu
