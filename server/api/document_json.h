#pragma once

#include <string>

#include "server/query/page_request.h"
#include "server/query/page_result.h"

namespace tracuu {

/// Returns the answer of /api/v1/documents/{number}: what was asked and found, the papers of the
/// number with facts and readings, first mention, counts by province and month and year, lags,
/// relations, what stands beside, newest articles. REQUIRES: answer.page.
std::string document_json(const DocumentRequest& request, const DocumentAnswer& answer);

/// Returns {asked, number, candidates, index}: what a number that says too little may mean, each
/// with its page and its search; a number that articles say only in short has no page of its own.
std::string candidates_json(const DocumentRequest& request, const DocumentAnswer& answer);

/// Returns the address of the page of one candidate, under the filters of the request.
std::string candidate_address(const DocumentRequest& request, const PaperCandidate& candidate);

/// Returns the sentence for a number that nobody cites, or a paper that the number has not.
std::string unknown_document(const DocumentRequest& request, const DocumentAnswer& answer);

}  // namespace tracuu
