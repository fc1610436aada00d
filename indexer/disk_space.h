#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "common/result.h"

namespace tracuu {

/// Returns about how many bytes of disk a build takes at its peak, the index and all that is
/// written on the way, from the bytes of text in its inputs.
std::uint64_t bytes_to_build(std::uint64_t text_bytes);

/// Returns the same for an update of a generation of so many bytes, the changed pages aside.
std::uint64_t bytes_to_update(std::uint64_t generation_bytes);

/// Returns the sentence to refuse with when `folder` has not `wanted` free bytes for this user, or
/// nothing; where the system does not tell, nothing.
std::optional<Error> missing_space(const std::filesystem::path& folder, std::uint64_t wanted);

}  // namespace tracuu
