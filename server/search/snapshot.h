#pragma once

#include <xapian.h>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "common/index/generation.h"
#include "common/result.h"
#include "server/query/search_result.h"
#include "server/search/columns.h"
#include "server/search/databases.h"
#include "server/search/reprint_groups.h"
#include "server/search/suggestions.h"
#include "server/search/term_index.h"

namespace tracuu {

/// One generation of an index, open for any number of threads: its columns, and database handles of
/// which each search takes its own, since Xapian's must not be shared.
class Snapshot {
 public:
  /// Reads every byte of a generation against its manifest, but for the files that it shares with
  /// `before`, a generation that was opened, then opens it and loads its columns. Fails when a file
  /// of it is damaged, missing or cut off, or it is of another schema version, saying what to do.
  static Result<std::shared_ptr<const Snapshot>> open(HeldGeneration held,
                                                      const Snapshot* before = nullptr);

  const Generation& generation() const { return held_.generation(); }
  const IndexInfo& info() const { return info_; }
  const Columns& columns() const { return columns_; }
  const TermIndex& terms() const { return terms_; }
  const Suggestions& suggestions() const { return suggestions_; }
  const ReprintGroups& reprints() const { return reprints_; }

  /// A database handle taken from a snapshot, given back at the end.
  class Lease {
   public:
    explicit Lease(const Snapshot& snapshot);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    const Databases& databases() const { return *databases_; }

   private:
    const Snapshot& snapshot_;
    std::unique_ptr<Databases> databases_;
  };

 private:
  explicit Snapshot(HeldGeneration held) : held_(std::move(held)) {}

  std::optional<Error> load();
  std::unique_ptr<Databases> take() const;
  void give_back(std::unique_ptr<Databases> databases) const;

  HeldGeneration held_;  ///< no writer removes it, so that handles can still be opened
  IndexInfo info_;
  Columns columns_;
  TermIndex terms_;  ///< refers to columns_
  Suggestions suggestions_;
  ReprintGroups reprints_;  ///< refers to columns_
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Databases>> idle_;  ///< guarded by mutex_
};

}  // namespace tracuu
