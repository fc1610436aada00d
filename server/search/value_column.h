#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "server/search/article_set.h"

namespace tracuu {

/// Number of a facet value in Columns. The values of one field have consecutive numbers, in byte
/// order of the values; fields follow one another in the order of kFields.
using ValueNumber = std::uint32_t;

/// The numbers [begin, end) of one field.
struct ValueRange {
  ValueNumber begin = 0;
  ValueNumber end = 0;

  std::size_t size() const { return end - begin; }
  bool contains(ValueNumber number) const { return begin <= number && number < end; }
};

/// How many articles have the value at a place among those of a field.
struct CountedPlace {
  std::uint32_t place = 0;
  std::uint32_t count = 0;  ///< at least 1

  bool operator==(const CountedPlace&) const = default;
};

/// The values of one field, both ways round: of each article, and who has each. Memory is a bit an
/// article, 4 bytes an article that has any, and 8 bytes a value of an article. Constant after
/// construction, thread-safe.
class ValueColumn {
 public:
  using Entry = std::pair<Ordinal, ValueNumber>;

  ValueColumn() = default;
  /// REQUIRES: `entries` ascend, each once.
  ValueColumn(std::size_t articles, ValueRange range, std::span<const Entry> entries);

  ValueRange range() const { return range_; }
  /// Returns the values of one article, ascending.
  std::span<const ValueNumber> values_of(Ordinal article) const;
  /// Returns the articles that have a value, ascending. REQUIRES: in range().
  std::span<const Ordinal> articles_with(ValueNumber number) const;

  /// Counts, for each value that an article of `articles` has, those that have it. Places count
  /// from range().begin and ascend. Takes time by the articles or, where these are many, by the
  /// values.
  std::vector<CountedPlace> counts_in(const ArticleSet& articles) const;
  /// Calls `visit` with the values of each article of `articles` that has any.
  template <typename Visit>
  void for_each_row(const ArticleSet& articles, Visit visit) const {
    std::size_t row = 0;
    for (std::size_t word = 0; word < having_.words().size(); ++word) {
      const std::uint64_t all = having_.words()[word];
      for (std::uint64_t bits = all & articles.words()[word]; bits != 0; bits &= bits - 1) {
        const auto before = static_cast<std::size_t>(std::popcount(all & ((bits & -bits) - 1)));
        visit(row_at(row + before));
      }
      row += static_cast<std::size_t>(std::popcount(all));
    }
  }

  /// Bytes of the arrays that grow with the articles.
  std::size_t bytes() const;

 private:
  std::vector<std::uint32_t> dense_counts_in(const ArticleSet& articles) const;
  std::vector<CountedPlace> sparse_counts_in(const ArticleSet& articles) const;
  std::span<const ValueNumber> row_at(std::size_t row) const {
    return std::span(values_).subspan(row_begins_[row], row_begins_[row + 1] - row_begins_[row]);
  }

  ValueRange range_;
  ArticleSet having_;
  std::vector<std::uint32_t> ranks_;       ///< by word of having_: rows before it
  std::vector<std::uint32_t> row_begins_;  ///< by article that has any, and the end
  std::vector<ValueNumber> values_;
  std::vector<std::uint32_t> list_begins_;  ///< by value, and the end
  std::vector<Ordinal> articles_;
};

/// Returns the places whose count is not 0.
std::vector<CountedPlace> counted_places(const std::vector<std::uint32_t>& counts);

}  // namespace tracuu
