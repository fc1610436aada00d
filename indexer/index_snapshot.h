#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "common/result.h"

namespace tracuu {

/// What was copied, and what it is now.
struct CopiedGeneration {
  std::string generation;  ///< "gen-000007": copied from, or published as
  std::size_t files = 0;
  std::uint64_t bytes = 0;
};

/// Copies the current generation of `index` to the folder `target`, which must not be there or be
/// empty: its files and its manifest of checksums, each compared on the way. Other writers may
/// publish meanwhile; a copy that breaks off leaves no `target`. Fails, naming the file, when the
/// generation is damaged; throws std::system_error when the disk does not obey.
Result<CopiedGeneration> take_snapshot(const std::filesystem::path& index,
                                       const std::filesystem::path& target);

/// Publishes the snapshot in `source` as a new generation of `index`, which is made when missing.
/// Fails, with the old generation staying current, when a file of the snapshot is damaged or
/// missing (naming it), the snapshot is of another schema version, the disk has too little free
/// space, or another writer keeps the lock longer than `lock_wait`; throws std::system_error.
Result<CopiedGeneration> restore_snapshot(const std::filesystem::path& source,
                                          const std::filesystem::path& index,
                                          std::chrono::seconds lock_wait);

}  // namespace tracuu
