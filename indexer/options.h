#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace tracuu {

enum class IndexerCommand {
  kBuild,
  kUpdate,
  kCheck,
  kStats,
  kSnapshot,
  kRestore,
  kExplain,
  kExtract
};

/// What `tracuu-indexer` was told to do.
struct IndexerOptions {
  IndexerCommand command = IndexerCommand::kBuild;
  std::vector<std::filesystem::path> inputs;
  std::filesystem::path index = "index";
  std::size_t threads = 1;
  bool quiet = false;                  ///< no progress
  bool prune = false;                  ///< update: see PipelineOptions
  bool prune_most = false;             ///< update: see PipelineOptions
  bool or_build = false;               ///< update: build where no index of this schema is
  std::filesystem::path snapshot;      ///< snapshot, restore: folder of the copy
  std::chrono::seconds lock_wait{10};  ///< for another writer to be done
  bool strict = false;                 ///< a rejected page makes the exit code 65
};

/// Outcome of reading a command line: options, or what to print and the code to exit with.
struct IndexerCommandLine {
  IndexerOptions options;
  bool exit_now = false;
  int exit_code = 0;
};

/// Reads the command line; prints help, version or what is wrong with it itself.
IndexerCommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace tracuu
