#include "server/search/removal.h"

#include <algorithm>

namespace tracuu {
namespace {

constexpr std::size_t kDeadlineEvery = 4096;

bool is_about_dates(const RemovedBy& removed) {
  return !removed.field || field(*removed.field).slot == kPublishedSlot;
}

}  // namespace

std::vector<RemovedBy> removed_by(const DocidSet& matches, const SearchRequest& request,
                                  const Selection& selection, const Columns& columns,
                                  const Deadline& deadline) {
  std::vector<RemovedBy> removed;
  for (const Filter& filter : request.filters) {
    removed.push_back({filter.field});
  }
  if (request.from || request.to) {
    removed.push_back({std::nullopt});
  }
  const DocidRange dates = selection.dates();
  std::size_t steps = 0;
  for (const Xapian::docid docid : matches) {
    if (++steps % kDeadlineEvery == 0) {
      deadline.check();
    }
    const auto verdict = selection.judge(docid, columns.values_of(columns.ordinal_of(docid)));
    const bool in_dates = dates.first <= docid && docid <= dates.last;
    if (verdict.failed + (in_dates ? 0 : 1) != 1) {
      continue;
    }
    const auto entry = std::find_if(removed.begin(), removed.end(), [&](const RemovedBy& one) {
      return in_dates ? one.field.has_value() && *one.field == verdict.field : !one.field;
    });
    ++entry->count;
    entry->undated += is_about_dates(*entry) && !day_of(docid) ? 1 : 0;
  }
  return removed;
}

}  // namespace tracuu
