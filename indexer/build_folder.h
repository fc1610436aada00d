#pragma once

#include <filesystem>
#include <system_error>

#include "common/index/generation.h"

namespace tracuu {

/// The folder in which a run builds a generation, removed at the end of the run whatever the end
/// is; publishing takes it away before. REQUIRES: the writer lock is held.
class BuildFolder {
 public:
  explicit BuildFolder(const std::filesystem::path& index) : path_(start_build(index)) {}
  BuildFolder(const BuildFolder&) = delete;
  BuildFolder& operator=(const BuildFolder&) = delete;
  ~BuildFolder() {
    std::error_code left_for_next_run;
    std::filesystem::remove_all(path_, left_for_next_run);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace tracuu
