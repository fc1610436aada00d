#pragma once

#include <string>

#include "server/query/facet_request.h"
#include "server/query/page_request.h"
#include "server/query/page_result.h"

namespace tracuu {

/// Returns the answer of /api/v1/facets/{name}: facet, label, query, values (each {value, label,
/// count, selected, url}), matching, distinct, total, index. `url` is the search that choosing the
/// value runs.
std::string facet_json(const FacetRequest& request, const FacetMatches& matches);

/// Returns the answer of /api/v1/officials/{name}. REQUIRES: answer.page.
std::string official_json(const OfficialRequest& request, const OfficialAnswer& answer);
/// Returns the sentence for a name that no official has.
std::string unknown_official(const OfficialRequest& request, const OfficialAnswer& answer);

/// Returns the answer of /api/v1/provinces: the units with their periods, and counts.
std::string provinces_json(const ProvincesRequest& request, const ProvincesAnswer& answer);

/// Returns the answer of /api/v1/stats.
std::string stats_json(const StatsRequest& request, const StatsAnswer& answer);

}  // namespace tracuu
