#pragma once

#include "server/query/page_request.h"
#include "server/query/page_result.h"
#include "server/search/deadline.h"
#include "server/search/snapshot.h"

namespace tracuu {

/// Counts the articles of every unit of province level, from columns. A unit of before has those of
/// its own name; a unit of today also those of the units that became it, each article once, as
/// province_view=today finds them. Throws DeadlineExceeded.
ProvincesAnswer count_provinces(const Snapshot& snapshot, const ProvincesRequest& request,
                                const Deadline& deadline);

/// Tells what one generation holds, and how it was made. Throws DeadlineExceeded and Xapian::Error.
StatsAnswer index_stats(const Snapshot& snapshot, const StatsRequest& request,
                        const Deadline& deadline);

}  // namespace tracuu
