#pragma once

#include <chrono>
#include <filesystem>

#include "common/index/file_descriptor.h"
#include "common/result.h"

namespace tracuu {

/// The right to write to an index directory: at most one process holds it, and its end, however it
/// ends, frees it.
class WriterLock {
 public:
  /// Creates `index` when missing and takes the lock, waiting at most `wait` for another process to
  /// give it back. Fails after that, naming the holder: its process id, since when, its command.
  /// Throws std::system_error when the directory cannot be written.
  static Result<WriterLock> take(const std::filesystem::path& index,
                                 std::chrono::milliseconds wait = std::chrono::milliseconds(0));

 private:
  explicit WriterLock(FileDescriptor file) : file_(std::move(file)) {}
  FileDescriptor file_;
};

}  // namespace tracuu
