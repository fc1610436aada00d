#pragma once

#include <string>
#include <string_view>

#include "server/query/suggest_request.h"

namespace tracuu {

/// Returns the answer of /opensearch.xml (OpenSearch 1.1): how a browser or a feed reader searches
/// here and completes what is typed. `base` is scheme and host: "https://tracuu.example".
std::string opensearch_description(Language language, std::string_view base);

/// Returns suggestions as OpenSearch has them: what was typed, completions, what they are with how
/// many articles have them, and the addresses of their searches:
///
///     ["nghi quy",["nghị quyết"],["Cụm từ · 812"],["https://tracuu.example/?q=%22ngh..."]]
std::string opensearch_suggestions(const SuggestRequest& request, const SuggestResult& result,
                                   std::string_view base);

}  // namespace tracuu
