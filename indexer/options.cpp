#include "indexer/options.h"

#include <sysexits.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <string>
#include <thread>

namespace tracuu {
namespace {

void add_index(CLI::App& command, IndexerOptions& options) {
  command.add_option("--index", options.index, "Index directory")->capture_default_str();
}

void add_lock_wait(CLI::App& command, IndexerOptions& options) {
  command
      .add_option_function<std::int64_t>(
          "--lock-wait",
          [&options](std::int64_t seconds) { options.lock_wait = std::chrono::seconds(seconds); },
          "Seconds to wait for another indexer that writes to the index")
      ->default_str(std::to_string(options.lock_wait.count()))
      ->check(CLI::Range(0, 86'400));
}

void add_writing(CLI::App& command, IndexerOptions& options) {
  add_index(command, options);
  add_lock_wait(command, options);
  command.add_option("--threads", options.threads, "Threads to read, extract and write with")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  command.add_flag("--quiet", options.quiet, "Print no progress");
  command.add_flag("--strict", options.strict, "Exit with 65 when any page was rejected");
  command
      .add_option(
          "input", options.inputs,
          "Folders, .txt, .html, .jsonl, .jsonl.gz files, or - for JSON lines on standard input")
      ->required();
}

void add_update(CLI::App& command, IndexerOptions& options) {
  add_writing(command, options);
  command.add_flag("--prune", options.prune, "Also remove articles that are not among the inputs");
  command
      .add_flag("--prune-most", options.prune_most,
                "With --prune: even when more than half of the articles would go")
      ->needs("--prune");
  command.add_flag("--or-build", options.or_build,
                   "Build where no index is yet, or one of another schema version");
}

}  // namespace

IndexerCommandLine parse_command_line(int argc, const char* const* argv) {
  IndexerCommandLine line;
  IndexerOptions& options = line.options;
  options.threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 256);

  CLI::App app("Builds and inspects search indexes of Vietnamese news pages.", "tracuu-indexer");
  app.set_version_flag("--version", TRACUU_VERSION);
  app.require_subcommand(1);
  app.footer(
      "A run ends with a JSON summary on standard output. Exit codes: 0 done, 64 wrong command "
      "line,\n"
      "65 damaged data, 66 no input, 70 internal error, 73 the folder of a snapshot is taken,\n"
      "74 disk error (full, read-only, no permission), 75 another writer is at work. Whatever the "
      "code,\n"
      "an index keeps its last generation.");

  const auto command = [&](IndexerCommand id, const char* name, const char* help) -> CLI::App& {
    CLI::App& added = *app.add_subcommand(name, help);
    added.callback([&options, id] { options.command = id; });
    return added;
  };
  add_writing(
      command(IndexerCommand::kBuild, "build", "Build a new index from nothing but the inputs"),
      options);
  CLI::App& update = command(IndexerCommand::kUpdate, "update",
                             "Add new pages, replace changed ones, keep the rest");
  add_update(update, options);
  add_index(command(IndexerCommand::kCheck, "check", "Check that an index is whole"), options);
  add_index(command(IndexerCommand::kStats, "stats", "Print what an index holds, as JSON"),
            options);
  CLI::App& snapshot = command(
      IndexerCommand::kSnapshot, "snapshot",
      "Copy the current generation, with checksums, to a folder; writers and readers go on");
  add_index(snapshot, options);
  snapshot.add_option("folder", options.snapshot, "New or empty folder for the copy")->required();
  CLI::App& restore = command(IndexerCommand::kRestore, "restore",
                              "Check a snapshot and publish it as the newest generation");
  add_index(restore, options);
  add_lock_wait(restore, options);
  restore.add_option("folder", options.snapshot, "Folder of the snapshot")->required();
  command(IndexerCommand::kExplain, "explain", "Print how pages are read, line by line")
      .add_option("input", options.inputs, "Pages")
      ->required();
  CLI::App& extract = command(IndexerCommand::kExtract, "extract",
                              "Print what pages say, a JSON object an article");
  extract.add_option("input", options.inputs, "Folders or pages")->required();
  std::string format = "jsonl";
  extract.add_option("--format", format, "Output format")
      ->capture_default_str()
      ->check(CLI::IsMember({"jsonl"}));

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    line.exit_now = true;
    line.exit_code = app.exit(error) == 0 ? 0 : EX_USAGE;
  }
  return line;
}

}  // namespace tracuu
