#include <sysexits.h>

#include <cstdio>
#include <exception>
#include <system_error>

#include "common/index/generation.h"
#include "common/index/lexicon.h"
#include "indexer/article_reader.h"
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
  return error.message.find("another indexer") != std::string::npos ? EX_TEMPFAIL : EX_DATAERR;
}

int write(const IndexerOptions& options) {
  const PipelineOptions run{options.inputs, options.index, options.threads, options.prune};
  Progress progress;
  Result<IndexReport> report = [&] {
    const ProgressDisplay display(progress, options.quiet);
    return options.command == IndexerCommand::kBuild ? build_index(run, progress)
                                                     : update_index(run, progress);
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

int check(const IndexerOptions& options) {
  const Result<Generation> generation = current_generation(options.index);
  if (!generation) {
    return complain(generation.error(), EX_DATAERR);
  }
  std::vector<std::string> problems = check_index(generation->path);
  if (const Result<Lexicon> lexicon = Lexicon::open(generation->path); !lexicon) {
    problems.push_back(lexicon.error().message);
  }
  for (const std::string& problem : problems) {
    std::fprintf(stderr, "%s\n", problem.c_str());
  }
  std::printf("%s: %s\n", generation->name().c_str(),
              problems.empty() ? "whole" : (std::to_string(problems.size()) + " problems").c_str());
  return problems.empty() ? EX_OK : EX_DATAERR;
}

int print_stats(const IndexerOptions& options) {
  const Result<Generation> generation = current_generation(options.index);
  if (!generation) {
    return complain(generation.error(), EX_DATAERR);
  }
  std::puts(stats_json(*generation).c_str());
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
    case IndexerCommand::kExplain:
      return print_pages(options, [](const ReadArticle& read) { return explain(read); });
    case IndexerCommand::kExtract:
      return print_pages(options,
                         [](const ReadArticle& read) { return to_extract_json(read.article); });
  }
  return EX_SOFTWARE;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  const tracuu::IndexerCommandLine line = tracuu::parse_command_line(argc, argv);
  if (line.exit_now) {
    return line.exit_code;
  }
  try {
    return tracuu::run(line.options);
  } catch (const std::system_error& error) {
    return tracuu::complain({error.what()}, EX_IOERR);
  } catch (const std::exception& error) {
    return tracuu::complain({error.what()}, EX_SOFTWARE);
  }
}
