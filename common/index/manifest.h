#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/result.h"

namespace tracuu {

// Every generation, and every snapshot of one, holds a file MANIFEST that says what belongs to it,
// readable by people and by `awk`:
//
//     tracuu generation
//     schema 3
//     file 5d0fe2a1c4b7f3a8e1d2c3b4a5968778 81920 postlist.glass
//     file c0ffee0123456789abcdef0123456789 4096 delta/postlist.glass
//     ...
//     end 0a1b2c3d4e5f60718293a4b5c6d7e8f9
//
// Checksums are XXH3 of 128 bits in hex, the last one of all lines above it; sizes are in bytes.

/// Name of the manifest in the directory of a generation.
inline constexpr char kManifestFile[] = "MANIFEST";

/// One file of a generation.
struct ManifestEntry {
  std::string name;         ///< "postlist.glass", "delta/tokens"
  std::uint64_t bytes = 0;  ///< its size
  std::string checksum;     ///< 32 hex digits

  bool operator==(const ManifestEntry&) const = default;
};

/// What belongs to a generation.
struct Manifest {
  std::string schema;                ///< kSchemaVersion of the program that wrote it
  std::vector<ManifestEntry> files;  ///< by name

  std::uint64_t bytes() const;  ///< of all files together
  bool operator==(const Manifest&) const = default;
};

/// Reads every file in `directory` and its folders and writes its manifest, replacing one that is
/// there. Files that are links to files of the generation in `before` are not read: they stand as
/// its manifest has them, so that damage stays damage. Throws std::system_error. REQUIRES: the
/// directory holds plain files and folders of such only, and nobody writes to them.
Manifest write_manifest(const std::filesystem::path& directory,
                        const std::filesystem::path& before = {});

/// Reads the manifest in `directory`. Fails, with what to do, when there is none, it is damaged,
/// or it is of another schema version than this program's.
Result<Manifest> read_manifest(const std::filesystem::path& directory);

/// Compares the files in `directory` with its manifest, sizes first, then every byte, but of those
/// that `skip`, when given, says yes to by their name only the size. Returns what is wrong, naming
/// the file, or nothing. Reads at the speed of the disk; thread-safe.
std::optional<Error> verify_files(const std::filesystem::path& directory,
                                  const std::function<bool(const std::string&)>& skip = nullptr);

/// Returns whether both are names of one file on the disk; false when one is missing.
bool is_one_file(const std::filesystem::path& a, const std::filesystem::path& b);

/// Copies one file, replacing one that is there, and throws std::system_error with the disk's own
/// reason where the standard library tells a full disk as an input/output error.
void copy_one_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Copies the files of a generation into the empty folder `to` and compares each with the manifest
/// on its way; the manifest comes last. Returns what is wrong with `from`, naming the file, or
/// nothing. Throws std::system_error when `to` cannot be written. Makes nothing durable.
std::optional<Error> copy_files(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace tracuu
