#include "tests/benchmark/scale/process_usage.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tracuu {
namespace {

namespace fs = std::filesystem;

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(to, bytes.data(), bytes.size());
    if (written <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

pid_t start(const std::vector<std::string>& command, int input, int error) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  const pid_t process = ::fork();
  if (process == 0) {
    ::dup2(input, STDIN_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
    ::dup2(error, STDERR_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  return process;
}

}  // namespace

FinishedProgram run_fed(
    const std::vector<std::string>& command,
    const std::function<void(const std::function<bool(std::string_view)>&)>& feed) {
  std::array<int, 2> input{};
  std::array<int, 2> error{};
  if (::pipe2(input.data(), O_CLOEXEC) != 0 || ::pipe2(error.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe");
  }
  std::signal(SIGPIPE, SIG_IGN);
  const auto begin = std::chrono::steady_clock::now();
  const pid_t process = start(command, input[0], error[1]);
  ::close(input[0]);
  ::close(error[1]);
  feed([&](std::string_view bytes) { return write_all(input[1], bytes); });
  ::close(input[1]);
  FinishedProgram finished;
  std::array<char, 4096> said{};
  for (ssize_t size = ::read(error[0], said.data(), said.size()); size > 0;
       size = ::read(error[0], said.data(), said.size())) {
    finished.error.assign(said.data(), static_cast<std::size_t>(size));
  }
  ::close(error[0]);
  int status = 0;
  rusage used{};
  ::wait4(process, &status, 0, &used);
  finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  finished.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  finished.cpu_seconds = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
  finished.peak_bytes = static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
  return finished;
}

ResidentMemory resident_memory(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  ResidentMemory memory;
  for (std::string line; std::getline(status, line);) {
    std::istringstream words(line);
    std::string name;
    std::uint64_t kilobytes = 0;
    words >> name >> kilobytes;
    if (name == "RssAnon:") {
      memory.own = kilobytes * 1024;
    } else if (name == "RssFile:") {
      memory.mapped = kilobytes * 1024;
    }
  }
  return memory;
}

double cpu_seconds(pid_t process) {
  clockid_t clock{};
  timespec time{};
  if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &time) != 0) {
    return 0;
  }
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double own_cpu_seconds() {
  return cpu_seconds(::getpid());
}

void drop_from_page_cache(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const int file = entry.is_regular_file() ? ::open(entry.path().c_str(), O_RDONLY) : -1;
    if (file >= 0) {
      ::fdatasync(file);  // what is not yet written cannot be dropped
      ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
      ::close(file);
    }
  }
}

std::uint64_t bytes_below(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    bytes += entry.is_regular_file() ? entry.file_size() : 0;
  }
  return bytes;
}

}  // namespace tracuu
