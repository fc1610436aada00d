#pragma once

#include <array>
#include <optional>

#include "server/search/article_set.h"
#include "server/search/columns.h"

namespace tracuu {

/// Walks the articles of a set in the order of their dates, over all segments. For one thread; the
/// arguments must outlive it.
class DateOrder {
 public:
  enum class From { kNewest, kOldest };

  /// Walks those whose docids lie in `range`.
  DateOrder(const ArticleSet& articles, const Columns& columns, DocidRange range, From from);

  /// Returns the next article, or nothing behind the last.
  std::optional<Ordinal> next();

 private:
  std::optional<Ordinal> next_of(OrdinalRange rest) const;

  const ArticleSet& articles_;
  const Columns& columns_;
  From from_;
  OrdinalRanges rest_;                                       ///< of each segment
  std::array<std::optional<Ordinal>, kMostSegments> heads_;  ///< the next of each
};

}  // namespace tracuu
