#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/columns.h"

namespace tracuu {

/// Counts the values of one field that has a column. An article about two provinces that are one
/// today counts once for it; one that cites 36-NQ/TW counts for "NQ 36" too, as the filter
/// document=NQ 36 finds it. For one pass of one thread.
class ValueCounts {
 public:
  /// `columns` must outlive this.
  ValueCounts(FieldId id, const SearchRequest& request, const Columns& columns);

  /// Counts one article by its row.
  void add(std::span<const ValueNumber> row);

  /// Returns the values that articles have, with their counts, in no order.
  std::vector<FacetValue> counted() const;

 private:
  /// A short number that is asked for and that no article says so.
  struct WantedNumber {
    std::string value;
    std::vector<ValueNumber> meant;  ///< ascending
    std::uint32_t count = 0;
  };

  FacetValue named(std::size_t index) const;
  void group_by_unit();
  void add_wanted_numbers(const SearchRequest& request);
  void add_short_numbers(std::span<const ValueNumber> values);

  const Columns& columns_;
  ValueRange range_;
  bool are_documents_;
  std::vector<std::uint32_t> unit_of_;  ///< by value; empty when values count as they are
  std::vector<std::string> units_;
  std::vector<std::uint32_t> counts_;
  std::vector<WantedNumber> wanted_;
  std::vector<ValueNumber> short_numbers_;  ///< of the article at hand
};

}  // namespace tracuu
