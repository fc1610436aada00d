#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "common/index/file_descriptor.h"
#include "common/result.h"

namespace tracuu {

// An index directory:
//
//     index/CURRENT          "gen-000007\n", replaced by rename
//     index/gen-000006/      immutable once published
//     index/gen-000007/
//     index/.building-PID/   a build that is not published yet
//     index/.removing-NAME/  an old generation on its way out
//     index/.lock            held by the one writer
//
// A published generation is never written again and says in its MANIFEST what belongs to it (see
// manifest.h); a reader holds the generation that CURRENT names until it has drained.

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

/// A generation that is kept from being removed while this object lives. A shared flock of its
/// directory: the system frees it when the process ends, however it ends, and any number of
/// processes may hold one. For indexes on a local file system.
class HeldGeneration {
 public:
  /// Holds the generation that CURRENT names. Fails as current_generation() does.
  static Result<HeldGeneration> current(const std::filesystem::path& index);

  const Generation& generation() const { return generation_; }

 private:
  HeldGeneration(Generation generation, FileDescriptor directory)
      : generation_(std::move(generation)), directory_(std::move(directory)) {}

  Generation generation_;
  FileDescriptor directory_;
};

/// Generations that publish() leaves: the new one and two older ones.
inline constexpr std::size_t kKeptGenerations = 3;

/// Waits until the files of `directory` and its folders, and its list of them, lie safely on the
/// disk. Throws std::system_error.
void make_durable(const std::filesystem::path& directory);

/// Creates an empty directory to build in and removes what killed runs left behind: half-built and
/// half-removed generations, and whole ones that CURRENT never came to name.
/// REQUIRES: the writer lock is held.
std::filesystem::path start_build(const std::filesystem::path& index);

/// Makes `build` (from start_build) the current generation: writes its manifest (what is linked
/// from the current generation is not read again), fsyncs it, renames it to the next gen-NNNNNN,
/// replaces CURRENT by rename, and removes all but the `keep` newest generations and those that a
/// reader holds. Numbers count publications and depend on no clock. Throws std::system_error; the
/// old generation then stays current. REQUIRES: the writer lock is held.
Generation publish(const std::filesystem::path& index, const std::filesystem::path& build,
                   std::size_t keep = kKeptGenerations);

// Keys of the Xapian metadata that make an index describe itself.
inline constexpr char kSchemaKey[] = "tracuu.schema";     ///< kSchemaVersion in decimal
inline constexpr char kBuiltAtKey[] = "tracuu.built_at";  ///< "2026-11-22T05:36:00Z"
inline constexpr char kReportKey[] = "tracuu.report";     ///< JSON summary of the build
/// Shingles that are boilerplate and do not make articles reprints of one another, packed.
inline constexpr char kCommonShinglesKey[] = "tracuu.common_shingles";

}  // namespace tracuu
