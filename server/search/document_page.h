#pragma once

#include "server/query/page_request.h"
#include "server/query/page_result.h"
#include "server/search/deadline.h"
#include "server/search/snapshot.h"

namespace tracuu {

/// Tells all that one generation says of the papers behind a number: see DocumentPage. A number
/// that says too little ("NQ 36"), and a date that fits several papers, gives candidates; one that
/// nobody cites the nearest that somebody does. Reads some dozens of stored articles at most;
/// counts come from columns. Throws DeadlineExceeded and Xapian::Error.
DocumentAnswer document_page(const Snapshot& snapshot, const DocumentRequest& request,
                             const Deadline& deadline);

}  // namespace tracuu
