// Preloaded into a real program (LD_PRELOAD), it counts the calls that change files and, at the one
// that TRACUU_FAULT_AT names, does what TRACUU_FAULT says: "kill" writes half of what was to be
// written and ends the process by SIGKILL; a number is the errno with which that call and all after
// it fail, as on a disk that is full or became read-only. TRACUU_FAULT_TOTAL names a file that gets
// the number of calls of a run to its end.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

std::atomic<long> calls{0};

long fault_at() {
  static const char* const text = std::getenv("TRACUU_FAULT_AT");
  static const long at = text == nullptr ? 0 : std::atol(text);
  return at;
}

bool is_kill() {
  static const char* const text = std::getenv("TRACUU_FAULT");
  static const bool kills = text != nullptr && std::strcmp(text, "kill") == 0;
  return kills;
}

int fault_code() {
  static const char* const text = std::getenv("TRACUU_FAULT");
  static const int code = text == nullptr ? 0 : std::atoi(text);
  return code;
}

/// Counts a call. Returns whether it is to fail, errno set; does not return when it is to kill.
bool fails() {
  const long call = ++calls;
  if (fault_at() == 0 || call < fault_at()) {
    return false;
  }
  if (is_kill()) {
    ::kill(::getpid(), SIGKILL);
    ::pause();
  }
  errno = fault_code();
  return true;
}

bool is_last_before_kill() {
  return is_kill() && calls + 1 == fault_at();
}

bool is_file(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

struct Total {
  ~Total() {
    if (const char* const file = std::getenv("TRACUU_FAULT_TOTAL")) {
      if (std::FILE* const out = std::fopen(file, "w")) {
        std::fprintf(out, "%ld", calls.load());
        std::fclose(out);
      }
    }
  }
} total;

int open_with(const char* name, const char* path, int flags, mode_t mode) {
  if ((flags & (O_CREAT | O_TRUNC)) != 0 && std::strncmp(path, "/dev/", 5) != 0 && fails()) {
    return -1;
  }
  return next<int(const char*, int, ...)>(name)(path, flags, mode);
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_with("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_with("open64", path, flags, mode);
}

ssize_t write(int file, const void* bytes, size_t size) {
  static auto* const original = next<ssize_t(int, const void*, size_t)>("write");
  if (!is_file(file)) {
    return original(file, bytes, size);
  }
  if (is_last_before_kill()) {
    (void)!original(file, bytes, size / 2);
  }
  return fails() ? -1 : original(file, bytes, size);
}

ssize_t writev(int file, const struct iovec* pieces, int count) {
  static auto* const original = next<ssize_t(int, const struct iovec*, int)>("writev");
  return is_file(file) && fails() ? -1 : original(file, pieces, count);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  static auto* const original = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (is_last_before_kill()) {
    (void)!original(file, bytes, size / 2, offset);
  }
  return fails() ? -1 : original(file, bytes, size, offset);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  return pwrite64(file, bytes, size, offset);
}

ssize_t sendfile(int out, int in, off_t* offset, size_t size) {
  static auto* const original = next<ssize_t(int, int, off_t*, size_t)>("sendfile");
  return fails() ? -1 : original(out, in, offset, size);
}

int fsync(int file) {
  static auto* const original = next<int(int)>("fsync");
  return fails() ? -1 : original(file);
}

int fdatasync(int file) {
  static auto* const original = next<int(int)>("fdatasync");
  return fails() ? -1 : original(file);
}

int ftruncate(int file, off_t size) {
  static auto* const original = next<int(int, off_t)>("ftruncate");
  return fails() ? -1 : original(file, size);
}

int rename(const char* from, const char* to) noexcept {
  static auto* const original = next<int(const char*, const char*)>("rename");
  return fails() ? -1 : original(from, to);
}

int mkdir(const char* path, mode_t mode) noexcept {
  static auto* const original = next<int(const char*, mode_t)>("mkdir");
  return fails() ? -1 : original(path, mode);
}

// Removing works on a full disk, so it only dies.
int unlinkat(int folder, const char* path, int flags) noexcept {
  static auto* const original = next<int(int, const char*, int)>("unlinkat");
  if (is_kill() && fails()) {
    return -1;
  }
  return original(folder, path, flags);
}

}  // extern "C"
