#include "common/index/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "common/index/manifest.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGenerationPrefix = "gen-";
constexpr std::string_view kBuildPrefix = ".building-";
constexpr std::string_view kRemovalPrefix = ".removing-";
constexpr char kNewCurrent[] = ".CURRENT.new";

[[noreturn]] void throw_errno(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

std::optional<std::uint32_t> number_of(std::string_view name) {
  if (!name.starts_with(kGenerationPrefix)) {
    return std::nullopt;
  }
  name.remove_prefix(kGenerationPrefix.size());
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size() || number == 0) {
    return std::nullopt;
  }
  return number;
}

std::vector<Generation> generations_of(const fs::path& index) {
  std::vector<Generation> generations;
  for (const fs::directory_entry& entry : fs::directory_iterator(index)) {
    if (const auto number = number_of(entry.path().filename().string())) {
      generations.push_back({*number, entry.path()});
    }
  }
  std::sort(generations.begin(), generations.end(),
            [](const Generation& a, const Generation& b) { return a.number > b.number; });
  return generations;
}

void sync_path(const fs::path& path, int flags) {
  const FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (!file) {
    throw_errno("cannot open " + path.string());
  }
  if (::fsync(file.number()) != 0) {
    throw_errno("cannot write " + path.string());
  }
}

/// Returns the line of CURRENT, "" when it cannot be read.
std::string name_in_current(const fs::path& index) {
  std::ifstream in(index / "CURRENT");
  std::string name;
  std::getline(in, name);
  return name;
}

/// Writes a CURRENT that names `name` beside the one that is there; returns where.
fs::path write_new_current(const fs::path& index, const std::string& name) {
  fs::path beside = index / kNewCurrent;
  const FileDescriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                                   S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH));
  const std::string line = name + "\n";
  errno = file ? 0 : errno;  // a write that is cut short sets none
  if (!file ||
      ::write(file.number(), line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
      ::fsync(file.number()) != 0) {
    errno = errno == 0 ? ENOSPC : errno;
    throw_errno("cannot write " + beside.string());
  }
  return beside;
}

FileDescriptor opened_directory(const fs::path& directory) {
  return FileDescriptor(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

bool is_same(const FileDescriptor& opened, const fs::path& path) {
  struct stat of_opened {};
  struct stat of_path {};
  return ::fstat(opened.number(), &of_opened) == 0 && ::stat(path.c_str(), &of_path) == 0 &&
         of_opened.st_dev == of_path.st_dev && of_opened.st_ino == of_path.st_ino;
}

/// Removes a generation unless a reader holds it; what cannot be removed is left for the next run.
void remove_unless_held(const Generation& generation) {
  const FileDescriptor directory = opened_directory(generation.path);
  if (!directory || (::flock(directory.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)) {
    return;
  }
  // Under another name first: nobody takes a half-removed generation for a whole one.
  const fs::path leaving =
      generation.path.parent_path() / (std::string(kRemovalPrefix) + generation.name());
  std::error_code left_for_next_time;
  fs::rename(generation.path, leaving, left_for_next_time);
  if (!left_for_next_time) {
    fs::remove_all(leaving, left_for_next_time);
  }
}

/// Returns the generation that CURRENT names, be it there or not.
Result<Generation> named_in_current(const fs::path& index) {
  const std::string name = name_in_current(index);
  if (name.empty()) {
    return Error{"index: no published index here, build one with 'tracuu-indexer build': '" +
                 index.string() + "'"};
  }
  const auto number = number_of(name);
  if (!number) {
    return Error{"index: CURRENT names no generation, rebuild the index: '" + name + "'"};
  }
  return Generation{*number, index / name};
}

/// Returns what `take` makes of the generation that CURRENT names. When it makes nothing of it, a
/// writer may have removed what CURRENT named a moment ago; then CURRENT names another by now.
template <typename Taken, typename Take>
Result<Taken> take_current(const fs::path& index, const Take& take) {
  std::optional<Generation> before;
  while (true) {
    const Result<Generation> named = named_in_current(index);
    if (!named) {
      return named.error();
    }
    if (*named == before) {
      return Error{"index: the generation that CURRENT names is missing, rebuild the index: '" +
                   named->path.filename().string() + "'"};
    }
    if (std::optional<Result<Taken>> taken = take(*named)) {
      return std::move(*taken);
    }
    before = *named;
  }
}

/// Takes a generation away again unless it became current.
struct Unpublished {
  fs::path path;
  bool is_current = false;

  explicit Unpublished(fs::path generation) : path(std::move(generation)) {}
  Unpublished(const Unpublished&) = delete;
  Unpublished& operator=(const Unpublished&) = delete;
  ~Unpublished() {
    std::error_code left_for_next_time;
    if (!is_current) {
      fs::remove_all(path, left_for_next_time);
    }
  }
};

}  // namespace

std::string Generation::name() const {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "gen-%06u", number);
  return text.data();
}

Result<Generation> current_generation(const fs::path& index) {
  return take_current<Generation>(index, [](const Generation& named) {
    std::error_code error;
    return fs::is_directory(named.path, error) ? std::optional<Result<Generation>>(named)
                                               : std::nullopt;
  });
}

Result<HeldGeneration> HeldGeneration::current(const fs::path& index) {
  return take_current<HeldGeneration>(
      index, [](const Generation& named) -> std::optional<Result<HeldGeneration>> {
        FileDescriptor directory = opened_directory(named.path);
        if (!directory && errno != ENOENT) {
          return Error{"index: the generation cannot be opened (" +
                       std::generic_category().message(errno) + "): '" + named.path.string() + "'"};
        }
        // Where the file system knows no locks the reader goes on without one.
        const bool is_locked = directory && (::flock(directory.number(), LOCK_SH | LOCK_NB) == 0 ||
                                             errno != EWOULDBLOCK);
        if (!is_locked || !is_same(directory, named.path)) {
          return std::nullopt;
        }
        return HeldGeneration(named, std::move(directory));
      });
}

void make_durable(const fs::path& directory) {
  for (const fs::directory_entry& entry : fs::directory_iterator(directory)) {
    if (entry.is_directory() && !entry.is_symlink()) {
      make_durable(entry.path());
    } else if (entry.is_regular_file() && !entry.is_symlink()) {
      sync_path(entry.path(), O_RDONLY);
    }
  }
  sync_path(directory, O_RDONLY | O_DIRECTORY);
}

fs::path start_build(const fs::path& index) {
  for (const fs::directory_entry& entry : fs::directory_iterator(index)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kBuildPrefix) || name.starts_with(kRemovalPrefix) || name == kNewCurrent) {
      fs::remove_all(entry.path());
    }
  }
  if (const Result<Generation> current = current_generation(index)) {
    for (const Generation& generation : generations_of(index)) {
      if (generation.number > current->number) {
        remove_unless_held(generation);
      }
    }
  }
  fs::path build = index / (std::string(kBuildPrefix) + std::to_string(::getpid()));
  fs::create_directory(build);
  return build;
}

Generation publish(const fs::path& index, const fs::path& build, std::size_t keep) {
  const std::vector<Generation> existing = generations_of(index);
  Generation next{existing.empty() ? 1 : existing.front().number + 1, {}};
  next.path = index / next.name();
  const Result<Generation> current = current_generation(index);
  write_manifest(build, current ? current->path : fs::path());
  make_durable(build);
  Unpublished published(next.path);
  fs::rename(build, next.path);
  sync_path(index, O_RDONLY | O_DIRECTORY);
  fs::rename(write_new_current(index, next.name()), index / "CURRENT");
  published.is_current = true;
  sync_path(index, O_RDONLY | O_DIRECTORY);
  for (std::size_t i = std::max<std::size_t>(keep, 1) - 1; i < existing.size(); ++i) {
    remove_unless_held(existing[i]);
  }
  return next;
}

}  // namespace tracuu
