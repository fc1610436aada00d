#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace tracuu {

/// Runs a program to its end. Returns its exit code; its standard output goes to `output`.
int run_program(const std::vector<std::string>& command, std::string& output);

/// A real tracuu-server on a free port of this machine, over an index of the test's.
class ServerProcess {
 public:
  /// Starts the program and waits until it says where it listens. Throws std::runtime_error when it
  /// ends instead. What it logs goes to `log`. `program` is the one to run, "" for the one of this
  /// build.
  explicit ServerProcess(const std::filesystem::path& index,
                         const std::vector<std::string>& more_options = {},
                         const std::filesystem::path& log = "/dev/null",
                         const std::string& program = {});
  /// Kills it; aborts the test when it had ended by itself before, as a sanitizer makes it.
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  int port() const { return port_; }
  pid_t id() const { return process_; }
  void send_signal(int signal) const;
  /// Waits for its end; returns its exit code, or -1 when a signal ended it.
  int wait();

 private:
  pid_t process_ = -1;
  int port_ = 0;
};

}  // namespace tracuu
