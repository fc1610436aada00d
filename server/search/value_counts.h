#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/article_set.h"
#include "server/search/columns.h"

namespace tracuu {

/// Counts the values of one facet. Values are told by their places, which are in byte order but for
/// numbers that no article says so, which stand last. Constant after construction; the columns and
/// the request must outlive it.
class ValueCounts {
 public:
  virtual ~ValueCounts() = default;
  ValueCounts() = default;
  ValueCounts(const ValueCounts&) = delete;
  ValueCounts& operator=(const ValueCounts&) = delete;

  /// Returns how many of `articles` a filter for each value finds, by place; values that none has
  /// are left out.
  virtual std::vector<CountedPlace> counts_in(const ArticleSet& articles) const = 0;
  /// Returns the value at a place, not counted.
  virtual FacetValue value_at(std::size_t place) const = 0;
  /// Returns the place of a filter's value, or nothing when no article can have it.
  virtual std::optional<std::size_t> place_of(std::string_view wanted) const = 0;
  /// Returns what a filter's value without a place is shown as.
  virtual FacetValue unknown(std::string_view wanted) const;
};

/// Returns the counts of the facet `id` as `request` asks for them: of the column, of years or
/// months, or of the units of today, where an article about two provinces that are one today counts
/// once. An article that cites 36-NQ/TW counts for "NQ 36" too, as the filter document=NQ 36 finds
/// it.
std::unique_ptr<ValueCounts> value_counts(FieldId id, const SearchRequest& request,
                                          const Columns& columns);

/// Returns a month, given as months since year 0, in writing: "2014-07".
std::string month_text(int month);

}  // namespace tracuu
