#pragma once

#include <optional>
#include <string>

#include "common/entity/date.h"
#include "indexer/page_reading.h"

namespace tracuu {

/// The publication date that a page's lines tell.
struct Publication {
  Day day;
  std::string evidence;  ///< the line, as on the page
};

/// Chooses among the date lines of a page: the one nearest to headline and text, the first
/// publication before the last update. A header's today, and dates in lists, comments and footers,
/// are none; place and date of a signature count where nothing else does. Nothing when no line
/// tells.
std::optional<Publication> find_publication(const PageReading& page);

}  // namespace tracuu
