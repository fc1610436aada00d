#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tracuu {

/// What a finished program used.
struct FinishedProgram {
  int exit_code = 0;
  double seconds = 0;
  double cpu_seconds = 0;
  std::uint64_t peak_bytes = 0;  ///< of its memory, mapped files included
  std::string error;             ///< the last it said on standard error
};

/// Runs a program whose standard input `feed` writes into; its standard output goes to nobody.
/// `feed` gets a function that returns false when the program reads no more.
FinishedProgram run_fed(
    const std::vector<std::string>& command,
    const std::function<void(const std::function<bool(std::string_view)>&)>& feed);

/// Memory of a running process in bytes.
struct ResidentMemory {
  std::uint64_t own = 0;     ///< RssAnon: what no file backs
  std::uint64_t mapped = 0;  ///< RssFile: pages of files, which the system takes back when it must
};
ResidentMemory resident_memory(pid_t process);

/// Returns the processor time of all threads of a process, those that ended included, in seconds.
double cpu_seconds(pid_t process);

/// Returns the processor time of this process in seconds.
double own_cpu_seconds();

/// Asks the system to forget what it holds of the files below a folder, so that the next who reads
/// them reads the disk.
void drop_from_page_cache(const std::filesystem::path& folder);

/// Returns the bytes of the files below a folder.
std::uint64_t bytes_below(const std::filesystem::path& folder);

}  // namespace tracuu
