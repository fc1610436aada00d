// Builds corpora of several sizes, asks them what readers ask, and tells how time, memory and disk
// grow.

#include <sysexits.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fstream>

#include "tests/benchmark/scale/scale_run.h"

namespace tracuu {
namespace {

struct Arguments {
  ScaleOptions run;
  std::vector<std::uint64_t> articles = {10'000};
  std::filesystem::path figures = "scale.csv";
  std::filesystem::path drawing = "scale.svg";
  bool only_draw = false;
  bool no_raw = false;
};

int measure(const Arguments& arguments) {
  std::vector<Figure> figures;
  if (arguments.only_draw) {
    figures = read_figures(arguments.figures);
  }
  for (const std::uint64_t articles :
       arguments.only_draw ? std::vector<std::uint64_t>() : arguments.articles) {
    ScaleOptions options = arguments.run;
    options.corpus.articles = articles;
    options.raw_xapian = !arguments.no_raw;
    for (Figure& figure : measure_scale(options)) {
      figures.push_back(std::move(figure));
    }
    // After each size: a run of a million is long, and may be broken off.
    write_figures(arguments.figures, figures);
  }
  std::ofstream(arguments.drawing) << scaling_drawing(figures);
  return EX_OK;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  tracuu::Arguments arguments;
  tracuu::ScaleOptions& run = arguments.run;
  run.folder = "scale-index";
  CLI::App app("Measures how the engine scales: build, query mix, memory, beside bare Xapian.");
  app.add_option("--articles", arguments.articles, "Sizes of the corpora, the smallest first")
      ->capture_default_str();
  app.add_option("--seed", run.corpus.seed, "Of the generated articles")->capture_default_str();
  app.add_option("--input", run.corpus.file,
                 "Real articles (JSON lines) in place of generated ones");
  app.add_option("--folder", run.folder, "For the indexes, written over at each size")
      ->capture_default_str();
  app.add_option("--figures", arguments.figures, "CSV to write")->capture_default_str();
  app.add_option("--drawing", arguments.drawing, "SVG to write")->capture_default_str();
  app.add_option("--indexer", run.indexer, "Program to build with, that of this build if none");
  app.add_option("--server", run.server, "Program to ask, that of this build if none");
  app.add_option("--threads", run.threads, "Of the indexer, 0 for its default")
      ->capture_default_str();
  app.add_option("--seconds", run.seconds, "Each workload is asked for, at least 20 requests")
      ->capture_default_str();
  app.add_option("--runs", run.runs, "Of each workload; the median counts")
      ->capture_default_str()
      ->check(CLI::Range(1, 99));
  app.add_flag("--no-raw", arguments.no_raw, "Do not build and ask bare Xapian");
  app.add_flag("--only-draw", arguments.only_draw, "Draw the figures of an earlier run");
  app.footer(
      "Workloads: a to f as in the table of the README, the search page (facets and months), "
      "entities,\nfilters alone, newest, deep page, suggest, article, paper page; one and eight "
      "clients, warm; then\nthe first 20 of each on a server just opened over files that are not "
      "in memory. cpu_ms is the\nserver's processor time of a request: what counts on a machine "
      "that others use too. Runs with\nthe cache of answers off. Example, the whole curve:\n"
      "  scale_benchmark --articles 10000 100000 1000000 --folder /data/scale");
  CLI11_PARSE(app, argc, argv);
  try {
    return tracuu::measure(arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "scale_benchmark: %s\n", error.what());
    return EX_SOFTWARE;
  }
}
