#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "server/search/article_set.h"

namespace tracuu {

/// Number of a facet value in Columns. The values of one field have consecutive numbers, in byte
/// order of the values; fields follow one another in the order of kFields.
using ValueNumber = std::uint32_t;

/// The values of each article that has any. Memory is a bit and half a byte an article, 4 bytes an
/// article that has any, and 4 bytes a value of an article. Constant after construction,
/// thread-safe.
class ValueRows {
 public:
  using Entry = std::pair<Ordinal, ValueNumber>;

  ValueRows() = default;
  /// REQUIRES: `entries` ascend, each once.
  ValueRows(std::size_t articles, std::span<const Entry> entries);

  /// The articles that have any.
  const ArticleSet& having() const { return having_; }
  /// How many these are.
  std::size_t size() const { return begins_.size() - 1; }
  /// Returns the values of one article, ascending.
  std::span<const ValueNumber> values_of(Ordinal article) const;
  /// Calls `visit` with the values of each article of `articles` that has any.
  template <typename Visit>
  void for_each(const ArticleSet& articles, Visit visit) const {
    std::size_t row = 0;
    for (std::size_t word = 0; word < having_.words().size(); ++word) {
      const std::uint64_t all = having_.words()[word];
      for (std::uint64_t bits = all & articles.words()[word]; bits != 0; bits &= bits - 1) {
        const auto before = static_cast<std::size_t>(std::popcount(all & ((bits & -bits) - 1)));
        visit(at(row + before));
      }
      row += static_cast<std::size_t>(std::popcount(all));
    }
  }
  /// Adds one to counts[value - first] for each value of each of `articles`.
  void count(const ArticleSet& articles, ValueNumber first, std::span<std::uint32_t> counts) const;

  /// Bytes of the arrays that grow with the articles.
  std::size_t bytes() const;

 private:
  std::span<const ValueNumber> at(std::size_t row) const {
    return std::span(values_).subspan(begins_[row], begins_[row + 1] - begins_[row]);
  }

  ArticleSet having_;
  std::vector<std::uint32_t> ranks_;         ///< by word of having_: rows before it
  std::vector<std::uint32_t> begins_ = {0};  ///< by article that has any, and the end
  std::vector<ValueNumber> values_;
};

}  // namespace tracuu
