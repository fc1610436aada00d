#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

// A generation is written whole, or beside what an earlier one wrote. Then its articles lie in two
// segments, each with a database and the files of its terms, words and articles:
//
//     gen-000007/          the base: the files that the last build or merge wrote, linked
//     gen-000007/delta/    all that the generations since then changed
//
// A docid of the base that the delta replaces, or that went, stands in the metadata of the delta
// under kRemovedKey. What the index says of itself is what its last segment says.

/// Name of the folder of the delta in the directory of a generation.
inline constexpr char kDeltaFolder[] = "delta";
/// Key of the metadata of a delta: the docids of the base that are no more, see pack_docids().
inline constexpr char kRemovedKey[] = "tracuu.removed";

/// Returns the folder of each segment of the generation in `directory`: the base, then the delta
/// when there is one.
std::vector<std::filesystem::path> segments_of(const std::filesystem::path& directory);

/// Returns the bytes of docids, never none, and back; nothing on malformed bytes. REQUIRES:
/// `docids` ascend strictly and none is 0.
std::string pack_docids(std::span<const std::uint32_t> docids);
std::optional<std::vector<std::uint32_t>> unpack_docids(std::string_view bytes);

}  // namespace tracuu
