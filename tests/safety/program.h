#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tracuu {

/// Under what a program runs.
struct ProgramSetting {
  std::map<std::string, std::string> environment = {};  ///< added to ours
  std::uint64_t most_file_bytes = 0;                    ///< RLIMIT_FSIZE; 0: no limit
  unsigned user = 0;                                    ///< to become; 0: as we are
  std::chrono::microseconds kill_after{0};              ///< by SIGKILL; 0: never
};

/// How a program ended and what it said.
struct ProgramEnd {
  int code = -1;   ///< its exit code, -1 when a signal ended it
  int signal = 0;  ///< that ended it
  std::string output;
  std::string errors;
};

/// Runs a program to its end.
ProgramEnd run_to_end(const std::vector<std::string>& command, const ProgramSetting& setting = {});

}  // namespace tracuu
