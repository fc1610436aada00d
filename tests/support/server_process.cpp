#include "tests/support/server_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace tracuu {
namespace {

/// Starts `command` with its standard output in a pipe, and its log in a file; returns the pipe.
int start(const std::vector<std::string>& command, pid_t& process,
          const std::filesystem::path& log = "/dev/null") {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe");
  }
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  process = ::fork();
  if (process == 0) {
    ::dup2(pipe[1], STDOUT_FILENO);
    const int errors = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, S_IRUSR | S_IWUSR);
    ::dup2(errors, STDERR_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  ::close(pipe[1]);
  return pipe[0];
}

}  // namespace

int run_program(const std::vector<std::string>& command, std::string& output) {
  pid_t process = -1;
  const int pipe = start(command, process);
  std::array<char, 4096> buffer{};
  for (ssize_t size = ::read(pipe, buffer.data(), buffer.size()); size > 0;
       size = ::read(pipe, buffer.data(), buffer.size())) {
    output.append(buffer.data(), static_cast<std::size_t>(size));
  }
  ::close(pipe);
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

ServerProcess::ServerProcess(const std::filesystem::path& index,
                             const std::vector<std::string>& more_options,
                             const std::filesystem::path& log, const std::string& program) {
  std::vector<std::string> command{program.empty() ? TRACUU_SERVER : program, "--index",
                                   index.string(), "--port", "0"};
  command.insert(command.end(), more_options.begin(), more_options.end());
  const int pipe = start(command, process_, log);
  std::string line;
  char byte = 0;
  while (::read(pipe, &byte, 1) == 1 && byte != '\n') {
    line += byte;
  }
  ::close(pipe);
  if (std::sscanf(line.c_str(), "listening on http://127.0.0.1:%d/", &port_) != 1) {
    throw std::runtime_error("the server did not start: '" + line + "'");
  }
}

ServerProcess::~ServerProcess() {
  if (process_ <= 0) {
    return;
  }
  // No test asks for this: what a sanitizer found ends the program, and must not pass unseen.
  if (int status = 0; ::waitpid(process_, &status, WNOHANG) == process_) {
    std::fprintf(stderr, "the server had ended by itself, with status %d\n", status);
    std::abort();
  }
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

void ServerProcess::send_signal(int signal) const {
  ::kill(process_, signal);
}

int ServerProcess::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace tracuu
