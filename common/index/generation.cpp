#include "common/index/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <system_error>
#include <utility>

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGenerationPrefix = "gen-";
constexpr std::string_view kBuildPrefix = ".building-";

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
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) {
    throw_errno("cannot open " + path.string());
  }
  const int result = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (result != 0) {
    throw std::system_error(error, std::generic_category(), "cannot write " + path.string());
  }
}

void sync_tree(const fs::path& root) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) {
      sync_path(entry.path(), O_RDONLY);
    }
  }
  sync_path(root, O_RDONLY | O_DIRECTORY);
}

void write_current(const fs::path& index, const std::string& name) {
  const fs::path beside = index / ".CURRENT.new";
  const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                                S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
  if (descriptor < 0) {
    throw_errno("cannot write " + beside.string());
  }
  const std::string line = name + "\n";
  const bool written =
      ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
      ::fsync(descriptor) == 0;
  const int error = errno;
  ::close(descriptor);
  if (!written) {
    throw std::system_error(error, std::generic_category(), "cannot write " + beside.string());
  }
  fs::rename(beside, index / "CURRENT");
  sync_path(index, O_RDONLY | O_DIRECTORY);
}

}  // namespace

std::string Generation::name() const {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "gen-%06u", number);
  return text.data();
}

Result<Generation> current_generation(const fs::path& index) {
  std::ifstream in(index / "CURRENT");
  std::string name;
  if (!in || !std::getline(in, name)) {
    return Error{"index: no published index here, build one with 'tracuu-indexer build': '" +
                 index.string() + "'"};
  }
  const auto number = number_of(name);
  if (!number) {
    return Error{"index: CURRENT names no generation, rebuild the index: '" + name + "'"};
  }
  const fs::path path = index / name;
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    return Error{"index: the generation that CURRENT names is missing, rebuild the index: '" +
                 name + "'"};
  }
  return Generation{*number, path};
}

Result<WriterLock> WriterLock::take(const fs::path& index) {
  fs::create_directories(index);
  const fs::path path = index / ".lock";
  const int descriptor =
      ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
  if (descriptor < 0) {
    throw_errno("cannot write " + path.string());
  }
  WriterLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) {
      throw_errno("cannot lock " + path.string());
    }
    std::array<char, 24> holder{};
    const ssize_t size = ::pread(descriptor, holder.data(), holder.size() - 1, 0);
    return Error{"index: another indexer is writing here, wait for it or stop it: process '" +
                 std::string(holder.data(), size > 0 ? static_cast<std::size_t>(size) : 0) + "'"};
  }
  const std::string process = std::to_string(::getpid());
  if (::ftruncate(descriptor, 0) != 0 ||
      ::pwrite(descriptor, process.data(), process.size(), 0) < 0) {
    throw_errno("cannot write " + path.string());
  }
  return Result<WriterLock>(std::move(lock));
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

fs::path start_build(const fs::path& index) {
  for (const fs::directory_entry& entry : fs::directory_iterator(index)) {
    if (entry.path().filename().string().starts_with(kBuildPrefix)) {
      fs::remove_all(entry.path());
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
  sync_tree(build);
  fs::rename(build, next.path);
  write_current(index, next.name());
  for (std::size_t i = std::max<std::size_t>(keep, 1) - 1; i < existing.size(); ++i) {
    std::error_code left_for_next_time;
    fs::remove_all(existing[i].path, left_for_next_time);
  }
  return next;
}

}  // namespace tracuu
