#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "server/search/article_set.h"
#include "server/search/columns.h"

namespace tracuu {

/// Number of a reprint group, from 1; 0 for an article alone.
using ReprintGroup = std::uint32_t;

/// Which articles of one generation reprint one another: 4 bytes an article, and 8 more a grouped
/// one. Constant after load(), thread-safe.
class ReprintGroups {
 public:
  /// Reads the value slot of all segments; a group of whose articles one is left is none.
  /// `columns`, of the same generation, must outlive this. Throws Xapian::Error.
  static ReprintGroups load(const Databases& databases, const Columns& columns);

  ReprintGroup group_of(Xapian::docid docid) const {
    return groups_.empty() ? 0 : groups_[columns_->ordinal_of(docid)];
  }
  /// Returns the ordinal of an article. REQUIRES: the index has it.
  Ordinal ordinal_of(Xapian::docid docid) const {
    return static_cast<Ordinal>(columns_->ordinal_of(docid));
  }
  std::size_t group_count() const { return ends_.size(); }
  /// Returns the docids of a group, ascending, so that the latest are in front. REQUIRES: not 0.
  std::span<const Xapian::docid> members(ReprintGroup group) const;

  /// Returns how many articles there are in `articles` when each group counts as one. Reads the
  /// grouped articles of the index.
  std::uint64_t count_distinct(const ArticleSet& articles) const;

 private:
  const Columns* columns_ = nullptr;
  std::vector<ReprintGroup> groups_;  ///< by ordinal; empty when there are no groups
  std::vector<std::uint32_t> ends_;   ///< by group - 1: end in members_
  std::vector<Xapian::docid> members_;
  std::vector<Ordinal> articles_;  ///< the same as members_
};

/// Lets the first article of each reprint group pass, in the order asked, and every article that
/// has no reprints. For one list of one search.
class OncePerGroup {
 public:
  /// `groups` must outlive this.
  explicit OncePerGroup(const ReprintGroups& groups)
      : groups_(groups), seen_(groups.group_count() + 1) {}

  bool passes(Xapian::docid docid) {
    const ReprintGroup group = groups_.group_of(docid);
    if (group == 0) {
      return true;
    }
    const bool is_first = !seen_[group];
    seen_[group] = true;
    return is_first;
  }

 private:
  const ReprintGroups& groups_;
  std::vector<bool> seen_;
};

}  // namespace tracuu
