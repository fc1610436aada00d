#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace tracuu {

/// What one part of an index takes: "articles", "terms: pairs of neighbours".
struct PartSize {
  std::string part;
  std::uint64_t bytes = 0;
};

/// Returns the bytes of each part of the generation in `directory`: the tables of the database, the
/// token streams, the postings of each family of text terms, the rest of their files, the lexicon.
/// They add up to the files. Throws std::runtime_error when a file cannot be read.
std::vector<PartSize> part_sizes(const std::filesystem::path& directory);

/// Returns a digest, 32 hex digits, of all that a search can find in the generation in `directory`:
/// its articles with their entities and values, and every file beside the database. Generations
/// built from the same input by the same program have the same, whenever and on however many
/// threads. Reads everything. Throws std::runtime_error.
std::string content_digest(const std::filesystem::path& directory);

}  // namespace tracuu
