#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace tracuu {

/// Writes the frequent terms (see common/index/frequent_terms.h) of the database in `directory`
/// beside it, from its posting lists, on `threads` threads. Equal databases give equal bytes.
/// Memory is bounded by some dozen posting lists. Throws std::runtime_error, std::system_error
/// among them.
void write_frequent_terms(const std::filesystem::path& directory, std::size_t threads);

/// Writes the same for a changed copy of the generation in `current`: what did not change is taken
/// over from there, ten times as fast. `changed` are the docids of all articles that were added,
/// replaced or removed. Throws as write_frequent_terms() does.
void update_frequent_terms(const std::filesystem::path& current,
                           const std::filesystem::path& directory,
                           const std::set<std::uint32_t>& changed, std::size_t threads);

/// Adds a sentence to `problems` when the file of frequent terms in `directory` is not as it was
/// written.
void check_frequent_terms(const std::filesystem::path& directory,
                          std::vector<std::string>& problems);

}  // namespace tracuu
