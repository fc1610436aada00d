#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/query/facet_request.h"
#include "server/search/deadline.h"
#include "server/search/snapshot.h"

namespace tracuu {

/// Returns the folded words of a text.
std::vector<std::string> folded_words(std::string_view normalized);

/// Returns whether each of `typed` starts some word of `label`, in any order: "ph hai" fits "Hải
/// Phòng", "36 nq" fits "Nghị quyết 36-NQ/TW". Nothing typed fits everything.
bool words_fit(const std::vector<std::string>& typed, const std::vector<std::string>& label);

/// Finds the values of one facet that fit what was typed, with the counts that the search of the
/// request gives them; provinces by their other names too. Throws as search_snapshot() does.
FacetMatches facet_search(const Snapshot& snapshot, const FacetRequest& request, Query query,
                          const Deadline& deadline);

}  // namespace tracuu
