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

/// The values of each article. Articles are grouped by 32, and a group's values stand in one run,
/// each with its article's place in the group: so values of many articles are counted without a
/// branch. Memory is 4 bytes a value of an article and a bit an article. Constant after
/// construction, thread-safe.
class ValueRows {
 public:
  using Entry = std::pair<Ordinal, ValueNumber>;

  ValueRows() = default;
  /// REQUIRES: `entries` ascend, each once; values are `first` and up to 2^27 behind it.
  ValueRows(std::size_t articles, ValueNumber first, std::span<const Entry> entries);

  /// Calls `visit` with each value of one article, ascending.
  template <typename Visit>
  void for_each_of(Ordinal article, Visit visit) const {
    for (const std::uint32_t packed : group(article / kGroup)) {
      if (packed % kGroup == article % kGroup) {
        visit(first_ + packed / kGroup);
      }
    }
  }
  /// Adds one to counts[value - first] for each value of each of `articles`.
  void count(const ArticleSet& articles, std::span<std::uint32_t> counts) const;

  /// Bytes of the arrays that grow with the articles.
  std::size_t bytes() const;

 private:
  static constexpr Ordinal kGroup = 32;

  std::span<const std::uint32_t> group(Ordinal number) const {
    return std::span(packed_).subspan(begins_[number], begins_[number + 1] - begins_[number]);
  }

  ValueNumber first_ = 0;
  std::vector<std::uint32_t> begins_ = {0};  ///< by group, and the end
  std::vector<std::uint32_t> packed_;        ///< kGroup x (value - first_) + place of the article
};

}  // namespace tracuu
