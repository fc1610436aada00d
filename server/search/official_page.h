#pragma once

#include "server/query/page_request.h"
#include "server/query/page_result.h"
#include "server/search/deadline.h"
#include "server/search/snapshot.h"

namespace tracuu {

/// The most articles of one official whose posts are read: all where there are no more, else the
/// newest, the oldest and some between.
inline constexpr std::size_t kOfficialArticlesRead = 60;

/// Tells what one generation says of an official: posts over time, provinces, documents beside. The
/// name may be typed without marks. Throws DeadlineExceeded and Xapian::Error.
OfficialAnswer official_page(const Snapshot& snapshot, const OfficialRequest& request,
                             const Deadline& deadline);

}  // namespace tracuu
