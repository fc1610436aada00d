#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"

namespace tracuu {

// An index directory:
//
//     index/CURRENT          "gen-000007\n", replaced by rename
//     index/gen-000006/      immutable once published
//     index/gen-000007/
//     index/.building-PID/   a build that is not published yet
//     index/.lock            held by the one writer
//
// A published generation is never written again; a reader opens the generation that CURRENT names
// and keeps it until it has drained.

/// One published generation.
struct Generation {
  std::uint32_t number = 0;
  std::filesystem::path path;

  std::string name() const;  ///< "gen-000007"
  bool operator==(const Generation&) const = default;
};

/// Returns the generation that CURRENT names. Fails with what to do when `index` is no index
/// directory, CURRENT is unreadable or names a generation that is not there.
Result<Generation> current_generation(const std::filesystem::path& index);

/// The right to write to an index directory: at most one process holds it, and a crash frees it.
class WriterLock {
 public:
  /// Creates `index` when missing and takes the lock. Fails when another process holds it, naming
  /// its process id. Throws std::system_error when the directory cannot be written.
  static Result<WriterLock> take(const std::filesystem::path& index);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();

 private:
  explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

/// Creates an empty directory to build in and removes what killed builds left behind.
/// REQUIRES: the writer lock is held.
std::filesystem::path start_build(const std::filesystem::path& index);

/// Makes `build` (from start_build) the current generation: fsyncs it, renames it to the next
/// gen-NNNNNN, replaces CURRENT by rename, and removes all but the `keep` newest generations.
/// Throws std::system_error; the old generation then stays current.
Generation publish(const std::filesystem::path& index, const std::filesystem::path& build,
                   std::size_t keep = 2);

// Keys of the Xapian metadata that make an index describe itself.
inline constexpr char kSchemaKey[] = "tracuu.schema";     ///< kSchemaVersion in decimal
inline constexpr char kBuiltAtKey[] = "tracuu.built_at";  ///< "2026-11-22T05:36:00Z"
inline constexpr char kReportKey[] = "tracuu.report";     ///< JSON summary of the build
/// Shingles that are boilerplate and do not make articles reprints of one another, packed.
inline constexpr char kCommonShinglesKey[] = "tracuu.common_shingles";

}  // namespace tracuu
