#include "indexer/index_snapshot.h"

#include <unistd.h>

#include <system_error>

#include "common/index/generation.h"
#include "common/index/manifest.h"
#include "common/index/writer_lock.h"
#include "indexer/build_folder.h"
#include "indexer/disk_space.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

/// A folder beside the target, which takes its name when it is whole, else is removed.
class Beside {
 public:
  explicit Beside(const fs::path& target)
      : path_(target.parent_path() /
              ("." + target.filename().string() + "." + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside() {
    std::error_code gone_already;
    fs::remove_all(path_, gone_already);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Returns `folder` without a slash at its end, from the root on.
fs::path named(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

CopiedGeneration summary_of(const Generation& generation, const Manifest& manifest) {
  return {generation.name(), manifest.files.size(), manifest.bytes()};
}

}  // namespace

Result<CopiedGeneration> take_snapshot(const fs::path& index, const fs::path& target) {
  const Result<HeldGeneration> held = HeldGeneration::current(index);
  if (!held) {
    return held.error();
  }
  const Generation& generation = held->generation();
  const Result<Manifest> manifest = read_manifest(generation.path);
  if (!manifest) {
    return manifest.error();
  }
  const fs::path place = named(target);
  if (fs::exists(fs::symlink_status(place)) && !(fs::is_directory(place) && fs::is_empty(place))) {
    return Error{"snapshot: is there already, name a folder that is new or empty: '" +
                 target.string() + "'"};
  }
  const Beside copy(place);
  if (auto error = missing_space(copy.path(), manifest->bytes())) {
    return *error;
  }
  if (auto error = copy_files(generation.path, copy.path())) {
    return *error;
  }
  make_durable(copy.path());
  fs::rename(copy.path(), place);
  return summary_of(generation, *manifest);
}

Result<CopiedGeneration> restore_snapshot(const fs::path& source, const fs::path& index,
                                          std::chrono::seconds lock_wait) {
  const Result<Manifest> manifest = read_manifest(source);
  if (!manifest) {
    return manifest.error();
  }
  const Result<WriterLock> lock = WriterLock::take(index, lock_wait);
  if (!lock) {
    return lock.error();
  }
  const BuildFolder build(index);
  if (auto error = missing_space(build.path(), manifest->bytes())) {
    return *error;
  }
  if (auto error = copy_files(source, build.path())) {
    return *error;
  }
  return summary_of(publish(index, build.path()), *manifest);
}

}  // namespace tracuu
