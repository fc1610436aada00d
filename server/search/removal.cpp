#include "server/search/removal.h"

namespace tracuu {
namespace {

bool is_about_dates(const RemovedBy& removed) {
  return !removed.field || field(*removed.field).slot == kPublishedSlot;
}

}  // namespace

std::vector<RemovedBy> removed_by(const ArticleSet& matches, const SearchRequest& request,
                                  const Selection& selection, const Columns& columns) {
  ArticleSet in_dates = matches;
  in_dates &= columns.published_in(selection.dates());
  std::vector<RemovedBy> removed;
  const auto add = [&](std::optional<FieldId> by, const ArticleSet& without) {
    RemovedBy one{by};
    one.count = without.size();
    if (is_about_dates(one)) {
      one.undated = size_in(without, columns.undated());
    }
    removed.push_back(one);
  };
  // Nothing passes all filters: what passes all but one is what this one takes away.
  for (const Filter& filter : request.filters) {
    add(filter.field, selection.passing_but(filter.field, in_dates));
  }
  if (request.from || request.to) {
    add(std::nullopt, selection.passing(matches));
  }
  return removed;
}

}  // namespace tracuu
