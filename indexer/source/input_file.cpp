#include "indexer/source/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>

#include "indexer/source/line_reader.h"

namespace tracuu {

Result<FileDescriptor> open_input(const std::filesystem::path& file) {
  FileDescriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!opened) {
    return Error{std::string("cannot be opened: ") + std::strerror(errno)};
  }
  struct stat status {};
  if (::fstat(opened.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return Error{"is a device, socket or pipe, not a file"};
  }
  std::error_code cannot_be_told;
  const std::filesystem::path is_at = std::filesystem::read_symlink(
      "/proc/self/fd/" + std::to_string(opened.number()), cannot_be_told);
  if (!cannot_be_told && file.is_absolute() && is_at != file) {
    return Error{"was moved, or a link was put above it, while it was read"};
  }
  return Result<FileDescriptor>(std::move(opened));
}

Result<std::string> read_input(const std::filesystem::path& file) {
  const Result<FileDescriptor> opened = open_input(file);
  if (!opened) {
    return opened.error();
  }
  struct stat status {};
  ::fstat(opened->number(), &status);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > kMaxInputBytes) {
    return Error{"is larger than 64 MiB"};
  }
  std::string bytes(size, '\0');
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::read(opened->number(), bytes.data() + done, bytes.size() - done);
    if (count == 0 || (count < 0 && errno != EINTR)) {
      return Error{"cannot be read to its end"};
    }
    done += count > 0 ? static_cast<std::size_t>(count) : 0;
  }
  return bytes;
}

}  // namespace tracuu
