#include "server/search/removal.h"

namespace tracuu {
namespace {

bool is_about_dates(const RemovedBy& removed) {
  return !removed.field || field(*removed.field).slot == kPublishedSlot;
}

}  // namespace

std::vector<RemovedBy> removed_by(const ArticleSet& matches, const SearchRequest& request,
                                  const Selection& selection, const Columns& columns) {
  const OrdinalRange dates = columns.ordinals_in(selection.dates());
  ArticleSet in_dates = matches;
  in_dates &= ArticleSet::range(matches.articles(), dates.begin, dates.end);
  std::vector<RemovedBy> removed;
  const auto add = [&](std::optional<FieldId> by, const ArticleSet& without) {
    RemovedBy one{by};
    one.count = without.size();
    if (is_about_dates(one)) {
      one.undated = without.size_in(columns.undated().begin, columns.undated().end);
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
