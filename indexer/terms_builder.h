#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace tracuu {

/// Writes who has which term (see common/index/{frequent,rare}_terms.h) beside the database in
/// `directory`: the terms of the text from the token streams there, and the frequent ones of
/// entities from the database, on `threads` threads. Equal generations give equal bytes. Memory is
/// bounded by the terms of kRunArticles articles a thread. Throws std::runtime_error,
/// std::system_error among them.
void write_terms(const std::filesystem::path& directory, std::size_t threads);

/// Articles whose terms are collected in memory at a time.
inline constexpr std::size_t kRunArticles = 16'384;

/// Writes the same for a changed copy of the generation in `current`: what did not change is taken
/// over from there. `changed` are the docids of all articles that were added, replaced or removed.
/// Throws as write_terms() does.
void update_terms(const std::filesystem::path& current, const std::filesystem::path& directory,
                  const std::set<std::uint32_t>& changed);

/// Adds a sentence to `problems` for each file of terms in `directory` that is not as it was
/// written.
void check_terms(const std::filesystem::path& directory, std::vector<std::string>& problems);

}  // namespace tracuu
