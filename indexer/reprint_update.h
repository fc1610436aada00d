#pragma once

#include <cstdint>
#include <vector>

#include "common/index/article.h"
#include "indexer/index_update.h"
#include "indexer/reprint_sketch.h"

namespace tracuu {

/// Finds the reprint groups of the articles that an update adds or changes, through the keys that
/// the index holds of every article: it reads a bounded number of articles, whatever the size of
/// the index.
///
/// An update leaves alone what it does not touch: articles that are in the index are not compared
/// with one another anew, what is boilerplate is as the last build counted it, and a group keeps
/// its name when an earlier member comes or its first one goes. A build settles all that afresh.
class ReprintUpdate {
 public:
  /// `index` must outlive this.
  explicit ReprintUpdate(IndexUpdate& index);

  /// Returns what to store of an article that is about to be put. When it reprints an article that
  /// was alone, that one joins the new group in the index.
  ReprintMarks settle(const Article& article, ReprintSketch sketch);

 private:
  IndexUpdate& index_;
  std::vector<std::uint32_t> common_;
};

}  // namespace tracuu
