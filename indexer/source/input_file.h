#pragma once

#include <filesystem>
#include <string>

#include "common/index/file_descriptor.h"
#include "common/result.h"

namespace tracuu {

/// Opens a file for reading if it is a plain file. `file` is a canonical path: a link, pipe or
/// device that somebody puts in the place of the file, or of a folder above it, after it was found
/// is not followed, waited for or read. Fails with the reason to report.
Result<FileDescriptor> open_input(const std::filesystem::path& file);

/// Returns all bytes of a file, opened so. Fails with the reason to report, also over
/// kMaxInputBytes.
Result<std::string> read_input(const std::filesystem::path& file);

}  // namespace tracuu
