#include "tests/safety/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void become(const std::vector<std::string>& command, const ProgramSetting& setting) {
  for (const auto& [name, value] : setting.environment) {
    ::setenv(name.c_str(), value.c_str(), 1);
  }
  if (setting.most_file_bytes > 0) {
    const rlimit limit{setting.most_file_bytes, setting.most_file_bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  if (setting.user != 0 && (::setgid(setting.user) != 0 || ::setuid(setting.user) != 0)) {
    ::_exit(126);
  }
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

/// Reads both pipes until the program has closed them or its time is over.
void read_all(std::array<pollfd, 2>& pipes, std::array<std::string*, 2> texts, pid_t process,
              const ProgramSetting& setting) {
  const Clock::time_point start = Clock::now();
  bool killed = setting.kill_after.count() == 0;
  while (pipes[0].fd >= 0 || pipes[1].fd >= 0) {
    if (!killed && Clock::now() - start >= setting.kill_after) {
      ::kill(process, SIGKILL);
      killed = true;
    }
    ::poll(pipes.data(), pipes.size(), killed ? 1000 : 1);
    for (std::size_t i = 0; i < pipes.size(); ++i) {
      std::array<char, 4096> buffer{};
      if (pipes[i].fd < 0 || pipes[i].revents == 0) {
        continue;
      }
      const ssize_t size = ::read(pipes[i].fd, buffer.data(), buffer.size());
      if (size > 0) {
        texts[i]->append(buffer.data(), static_cast<std::size_t>(size));
      } else {
        ::close(pipes[i].fd);
        pipes[i].fd = -1;
      }
    }
  }
}

}  // namespace

ProgramEnd run_to_end(const std::vector<std::string>& command, const ProgramSetting& setting) {
  std::array<int, 2> out{};
  std::array<int, 2> errors{};
  if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(errors.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe");
  }
  const pid_t process = ::fork();
  if (process == 0) {
    ::dup2(out[1], STDOUT_FILENO);
    ::dup2(errors[1], STDERR_FILENO);
    become(command, setting);
  }
  ::close(out[1]);
  ::close(errors[1]);
  ProgramEnd end;
  std::array<pollfd, 2> pipes{{{out[0], POLLIN, 0}, {errors[0], POLLIN, 0}}};
  read_all(pipes, {&end.output, &end.errors}, process, setting);
  int status = 0;
  ::waitpid(process, &status, 0);
  end.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  return end;
}

}  // namespace tracuu
