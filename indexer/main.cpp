#include <sysexits.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "common/index/generation.h"
#include "common/index/lexicon.h"
#include "common/index/manifest.h"
#include "common/index/segments.h"
#include "indexer/article_reader.h"
#include "indexer/index_faults.h"
#include "indexer/index_snapshot.h"
#include "indexer/index_writer.h"
#include "indexer/options.h"
#include "indexer/pipeline.h"
#include "indexer/progress_display.h"
#include "indexer/report.h"

namespace tracuu {
namespace {

int complain(const Error& error, int code) {
  std::fprintf(stderr, "tracuu-indexer: %s\n", error.message.c_str());
  return code;
}

int code_of(const Error& error) {
  if (error.message.starts_with("input:")) {
    return EX_NOINPUT;
  }
  if (error.message.starts_with("disk:")) {
    return EX_IOERR;
  }
  if (error.message.starts_with("snapshot:")) {
    return EX_CANTCREAT;
  }
  return error.message.find("another indexer") != std::string::npos ? EX_TEMPFAIL : EX_DATAERR;
}

/// Says whether an update has nothing to start from: no index yet, or one of another schema
/// version. A damaged index is neither: building in its place is for people to decide.
bool wants_a_build(const std::filesystem::path& index) {
  if (!std::filesystem::exists(index / "CURRENT")) {
    return true;
  }
  const Result<Generation> current = current_generation(index);
  if (!current) {
    return false;
  }
  const Result<Manifest> manifest = read_manifest(current->path);
  return !manifest && manifest.error().message.starts_with("index: of another schema version");
}

int write(const IndexerOptions& options) {
  const PipelineOptions run{options.inputs, options.index,     options.threads,
                            options.prune,  options.lock_wait, options.prune_most};
  const bool builds = options.command == IndexerCommand::kBuild ||
                      (options.or_build && wants_a_build(options.index));
  Progress progress;
  Result<IndexReport> report = [&] {
    const ProgressDisplay display(progress, options.quiet);
    return builds ? build_index(run, progress) : update_index(run, progress);
  }();
  if (!report) {
    return complain(report.error(), code_of(report.error()));
  }
  std::puts(to_json(*report).c_str());
  for (const Rejection& rejection : report->rejections) {
    std::fprintf(stderr, "rejected %s: %s\n", rejection.file.c_str(), rejection.reason.c_str());
  }
  return options.strict && !report->rejections.empty() ? EX_DATAERR : EX_OK;
}

int copy(const IndexerOptions& options) {
  const bool restores = options.command == IndexerCommand::kRestore;
  const Result<CopiedGeneration> copied =
      restores ? restore_snapshot(options.snapshot, options.index, options.lock_wait)
               : take_snapshot(options.index, options.snapshot);
  if (!copied) {
    return complain(copied.error(), code_of(copied.error()));
  }
  std::printf("%s: %s '%s', %zu files, %llu bytes\n", copied->generation.c_str(),
              restores ? "restored from" : "copied to", options.snapshot.c_str(), copied->files,
              static_cast<unsigned long long>(copied->bytes));
  return EX_OK;
}

int check(const IndexerOptions& options) {
  const Result<HeldGeneration> held = HeldGeneration::current(options.index);
  if (!held) {
    return complain(held.error(), EX_DATAERR);
  }
  const Generation& generation = held->generation();
  std::vector<std::string> problems;
  if (const auto damage = verify_files(generation.path)) {
    problems.push_back(damage->message);
  } else {
    problems = check_index(generation.path);
    for (const std::filesystem::path& segment : segments_of(generation.path)) {
      if (const Result<Lexicon> lexicon = Lexicon::open(segment); !lexicon) {
        problems.push_back(lexicon.error().message);
      }
    }
  }
  for (const std::string& problem : problems) {
    std::fprintf(stderr, "%s\n", problem.c_str());
  }
  std::printf("%s: %s\n", generation.name().c_str(),
              problems.empty() ? "whole" : (std::to_string(problems.size()) + " problems").c_str());
  return problems.empty() ? EX_OK : EX_DATAERR;
}

int print_stats(const IndexerOptions& options) {
  const Result<HeldGeneration> held = HeldGeneration::current(options.index);
  if (!held) {
    return complain(held.error(), EX_DATAERR);
  }
  std::puts(stats_json(held->generation()).c_str());
  return EX_OK;
}

/// Reads pages one by one and prints `render` of each; rejected ones go to standard error.
template <typename Render>
int print_pages(const IndexerOptions& options, Render render) {
  std::size_t printed = 0;
  const auto rejected = [](const Rejection& rejection) {
    std::fprintf(stderr, "rejected %s: %s\n", rejection.file.c_str(), rejection.reason.c_str());
  };
  walk_inputs(
      options.inputs,
      [&](const RawInput& input) {
        Result<RawPage> page = read_page(input);
        const Result<ReadArticle> read = page ? read_article(std::move(*page)) : page.error();
        if (read) {
          std::puts(render(*read).c_str());
          ++printed;
        } else {
          rejected({input.file, read.error().message});
        }
        return true;
      },
      rejected);
  return printed > 0 ? EX_OK : EX_NOINPUT;
}

int run(const IndexerOptions& options) {
  switch (options.command) {
    case IndexerCommand::kBuild:
    case IndexerCommand::kUpdate:
      return write(options);
    case IndexerCommand::kCheck:
      return check(options);
    case IndexerCommand::kStats:
      return print_stats(options);
    case IndexerCommand::kSnapshot:
    case IndexerCommand::kRestore:
      return copy(options);
    case IndexerCommand::kExplain:
      return print_pages(options, [](const ReadArticle& read) { return explain(read); });
    case IndexerCommand::kExtract:
      return print_pages(options,
                         [](const ReadArticle& read) { return to_extract_json(read.article); });
  }
  return EX_SOFTWARE;
}

/// Xapian ends the program where it meets a second fault of the disk while it tidies up after the
/// first: then too with the reason and the code of a disk error. The next run tidies up.
[[noreturn]] void end_of_the_run() {
  const int code = disk_code();
  if (code == 0) {
    std::abort();
  }
  complain({"disk: index: cannot be written: " + std::generic_category().message(code)}, EX_IOERR);
  std::_Exit(EX_IOERR);
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  const tracuu::IndexerCommandLine line = tracuu::parse_command_line(argc, argv);
  if (line.exit_now) {
    return line.exit_code;
  }
  std::set_terminate(tracuu::end_of_the_run);
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes is then an error like a full disk
  try {
    return tracuu::run(line.options);
  } catch (const std::filesystem::filesystem_error& error) {
    return tracuu::complain(
        {"disk: " + error.code().message() + ": '" + error.path1().string() + "'"}, EX_IOERR);
  } catch (const std::system_error& error) {
    return tracuu::complain({std::string("disk: ") + error.what()}, EX_IOERR);
  } catch (const std::exception& error) {
    return tracuu::complain({error.what()}, EX_SOFTWARE);
  }
}
