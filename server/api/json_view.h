#pragma once

#include <chrono>
#include <string>

#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

/// Returns the answer of /api/v1/search: query, total (articles), total_groups (reprints of one
/// text counted once), undated, took_ms, hits, facets, histogram, next, index. Snippets and titles
/// come as the request's highlighting asks. `removed_by` says, where filters leave nothing, what
/// each of them keeps out: {parameters, values, count, undated, label, undo_url}. `query` holds
/// - text: what was typed;
/// - understood: what was made of it, each {kind, value, label, undo, undo_url}, a document
///   number also {papers}: the papers it may mean, with counts;
/// - relaxed: null, or the sentence that says how the answer differs from the question;
/// - corrected: null, or the text that was searched for since no article has what was typed;
/// - correction: null, or {text, label, applied}: what may have been meant instead, as a question
///   ("Có phải bạn tìm “chuyển đổi số”?"), or, when applied, as what was done.
std::string search_json(const SearchRequest& request, const SearchResult& result,
                        std::chrono::duration<double, std::milli> took);

/// Returns what the index says about itself, for /readyz.
std::string index_json(const IndexInfo& index);

}  // namespace tracuu
