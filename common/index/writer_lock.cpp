#include "common/index/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

namespace tracuu {
namespace {

namespace fs = std::filesystem;

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTryEvery(50);
constexpr std::size_t kMostCommandBytes = 200;

/// Returns how this process was called, arguments parted by blanks.
std::string own_command() {
  std::ifstream in("/proc/self/cmdline", std::ios::binary);
  std::string command((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  while (!command.empty() && command.back() == '\0') {
    command.pop_back();
  }
  std::replace_if(
      command.begin(), command.end(), [](char byte) { return byte >= 0 && byte < ' '; }, ' ');
  if (command.size() > kMostCommandBytes) {
    command.replace(kMostCommandBytes, command.size(), "...");
  }
  return command;
}

/// Returns what a holder writes into the lock for those who wait.
std::string holder() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, sizeof "2026-11-22T05:36:00Z"> since{};
  std::strftime(since.data(), since.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return "process " + std::to_string(::getpid()) + ", since " + since.data() + ", " + own_command();
}

Error held(const FileDescriptor& file, std::chrono::milliseconds wait) {
  std::array<char, 512> text{};
  const ssize_t size = ::pread(file.number(), text.data(), text.size(), 0);
  std::string waited;
  if (wait >= std::chrono::seconds(1)) {
    waited = " after " + std::to_string(wait / std::chrono::seconds(1)) + " s of waiting";
  }
  return {"index: another indexer is writing here" + waited + ", wait for it or stop it: '" +
          std::string(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0) + "'"};
}

}  // namespace

Result<WriterLock> WriterLock::take(const fs::path& index, std::chrono::milliseconds wait) {
  fs::create_directories(index);
  const fs::path path = index / ".lock";
  WriterLock lock(FileDescriptor(
      ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH)));
  if (!lock.file_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + path.string());
  }
  const Clock::time_point give_up = Clock::now() + wait;
  while (::flock(lock.file_.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "cannot lock " + path.string());
    }
    if (Clock::now() >= give_up) {
      return held(lock.file_, wait);
    }
    std::this_thread::sleep_for(kTryEvery);
  }
  // Who waits reads this; a full disk, which leaves it empty, takes nobody's lock away.
  const std::string text = holder();
  if (::ftruncate(lock.file_.number(), 0) != 0 ||
      (::pwrite(lock.file_.number(), text.data(), text.size(), 0) < 0 && errno != ENOSPC &&
       errno != EDQUOT)) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + path.string());
  }
  return Result<WriterLock>(std::move(lock));
}

}  // namespace tracuu
