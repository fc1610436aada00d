#include "tests/benchmark/scale/scale_run.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <stdexcept>

#include "tests/benchmark/scale/bare_beast.h"
#include "tests/benchmark/scale/http_load.h"
#include "tests/benchmark/scale/process_usage.h"
#include "tests/benchmark/scale/raw_xapian.h"
#include "tests/benchmark/scale/workloads.h"
#include "tests/support/server_process.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Measures = std::vector<std::pair<const char*, double>>;

/// Measures one corpus.
class ScaleRun {
 public:
  explicit ScaleRun(const ScaleOptions& options)
      : options_(options), index_(options.folder / "index"), raw_(options.folder / "xapian") {}

  std::vector<Figure> run() {
    // By the environment, of which an older server ignores what it does not know.
    ::setenv("TRACUU_CACHE_BYTES", "0", 1);
    ::setenv("TRACUU_DEADLINE_MS", "9000", 1);
    fs::create_directories(options_.folder);
    fs::remove_all(index_);
    fs::remove_all(raw_);
    build();
    if (options_.raw_xapian) {
      build_raw();
    }
    serve();
    if (options_.raw_xapian) {
      compare_with_raw();
    }
    ask_bare_beast();
    return std::move(figures_);
  }

 private:
  void add(const char* part, const std::string& name, int clients, const Measures& measures) {
    const std::size_t first = figures_.size();
    for (const auto& [measure, value] : measures) {
      figures_.push_back({sample_.articles, part, name, clients, measure, value});
    }
    std::fputs(
        figures_table({figures_.begin() + static_cast<std::ptrdiff_t>(first), figures_.end()})
            .c_str(),
        stdout);
    std::fflush(stdout);
  }

  void build() {
    std::vector<std::string> command{options_.indexer.empty() ? TRACUU_INDEXER : options_.indexer,
                                     "build", "--quiet", "--index", index_.string()};
    if (options_.threads > 0) {
      command.insert(command.end(), {"--threads", std::to_string(options_.threads)});
    }
    command.emplace_back("-");
    CorpusSampler sampler;
    const FinishedProgram built = run_fed(command, [&](const auto& write) {
      go_through(options_.corpus, [&](const GeneratedArticle& article, std::string_view line) {
        sampler.see(article);
        return write(line);
      });
    });
    if (built.exit_code != 0) {
      throw std::runtime_error("the indexer failed: " + built.error);
    }
    sample_ = sampler.take();
    add_build("tracuu", built.seconds, built.cpu_seconds, index_, built.peak_bytes);
  }

  void build_raw() {
    const double cpu = own_cpu_seconds();
    const Clock::time_point start = Clock::now();
    RawXapianWriter writer(raw_);
    go_through(options_.corpus, [&](const GeneratedArticle& article, std::string_view) {
      writer.add(article);
      return true;
    });
    writer.finish();
    add_build("bare Xapian", std::chrono::duration<double>(Clock::now() - start).count(),
              own_cpu_seconds() - cpu, raw_, 0);
  }

  void add_build(const char* name, double seconds, double cpu, const fs::path& folder,
                 std::uint64_t peak) {
    const auto articles = static_cast<double>(sample_.articles);
    const auto disk = static_cast<double>(bytes_below(folder));
    add("build", name, 0,
        {{"seconds", seconds},
         {"cpu_seconds", cpu},
         {"articles_per_s", articles / seconds},
         {"articles_per_cpu_s", articles / cpu},
         {"disk_bytes", disk},
         {"disk_per_text", disk / static_cast<double>(sample_.bytes)},
         {"peak_bytes", static_cast<double>(peak)}});
  }

  void add_memory(const char* name, const ServerProcess& server) {
    const ResidentMemory memory = resident_memory(server.id());
    add("memory", name, 0,
        {{"own_bytes", static_cast<double>(memory.own)},
         {"mapped_bytes", static_cast<double>(memory.mapped)}});
  }

  void serve() {
    std::vector<Workload> workloads;
    {
      const ServerProcess server(index_, {}, "/dev/null", options_.server);
      workloads = server_workloads(sample_, server.port());
      for (const Workload& workload : workloads) {
        ask(server.port(), workload.targets, 1, {std::chrono::duration<double>(0.3), 10});
        for (const int clients : {1, 8}) {
          measure(server, workload, clients);
        }
      }
      add_memory("after all", server);
    }
    ask_cold(workloads);
  }

  void measure(const ServerProcess& server, const Workload& workload, int clients) {
    struct Run {
      Load load;
      double cpu = 0;
    };
    std::vector<Run> runs;
    for (int i = 0; i < options_.runs; ++i) {
      const double before = cpu_seconds(server.id());
      Load load = ask(server.port(), workload.targets, clients,
                      {std::chrono::duration<double>(options_.seconds)});
      runs.push_back({std::move(load), cpu_seconds(server.id()) - before});
    }
    std::sort(runs.begin(), runs.end(),
              [](const Run& a, const Run& b) { return a.load.per_second() < b.load.per_second(); });
    const Run& median = runs[runs.size() / 2];
    add_load("query", workload.name, clients, median.load, median.cpu);
  }

  void add_load(const char* part, const std::string& name, int clients, const Load& load,
                double cpu) {
    add(part, name, clients,
        {{"p50_ms", load.percentile(0.5)},
         {"p99_ms", load.percentile(0.99)},
         {"cpu_ms", 1000 * cpu / static_cast<double>(load.milliseconds.size())},
         {"per_s", load.per_second()},
         {"errors", static_cast<double>(load.errors)}});
  }

  /// The first requests of a server that has just been started, on files that are not in memory.
  void ask_cold(const std::vector<Workload>& workloads) {
    constexpr std::size_t kFirst = 20;
    for (const Workload& workload : workloads) {
      drop_from_page_cache(index_);
      const Clock::time_point start = Clock::now();
      const ServerProcess server(index_, {}, "/dev/null", options_.server);
      const double opened = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
      const double before = cpu_seconds(server.id());
      const Load load = ask(server.port(), workload.targets, 1,
                            {std::chrono::duration<double>(0), kFirst, kFirst});
      add_load("cold", workload.name, 1, load, cpu_seconds(server.id()) - before);
      if (&workload == &workloads.front()) {
        add("cold", "opening", 0, {{"ms", opened}});
        add_memory("after opening", server);
      }
    }
  }

  void compare_with_raw() {
    for (const ComparedWorkload& workload : compared_workloads(sample_)) {
      const LoadBounds bounds{std::chrono::duration<double>(options_.seconds)};
      ask_raw_xapian(raw_, workload.questions, {std::chrono::duration<double>(0.3), 10});
      const double before = own_cpu_seconds();
      const Load load = ask_raw_xapian(raw_, workload.questions, bounds);
      add_load("raw", workload.name, 1, load, own_cpu_seconds() - before);
      const double ours = value_of("query", workload.name, "cpu_ms");
      const double raw = value_of("raw", workload.name, "cpu_ms");
      add("ratio", workload.name, 1,
          {{"p50_to_raw", value_of("query", workload.name, "p50_ms") / load.percentile(0.5)},
           {"cpu_to_raw", raw > 0 ? ours / raw : 0}});
    }
    Measures build;
    for (const auto& [name, measure] : {std::pair("speed_to_raw", "articles_per_s"),
                                        std::pair("cpu_speed_to_raw", "articles_per_cpu_s")}) {
      build.emplace_back(
          name, value_of("build", "tracuu", measure) / value_of("build", "bare Xapian", measure));
    }
    add("ratio", "build", 0, build);
  }

  double value_of(std::string_view part, std::string_view name, std::string_view measure) const {
    const auto found = std::find_if(figures_.begin(), figures_.end(), [&](const Figure& figure) {
      return figure.part == part && figure.name == name && figure.measure == measure &&
             figure.clients <= 1;
    });
    return found == figures_.end() ? 0 : found->value;
  }

  void ask_bare_beast() {
    const BareBeast server;
    for (const int clients : {1, 8}) {
      const Load load =
          ask(server.port(), {"/"}, clients, {std::chrono::duration<double>(options_.seconds)});
      add("bare", "Beast", clients,
          {{"p50_ms", load.percentile(0.5)},
           {"p99_ms", load.percentile(0.99)},
           {"per_s", load.per_second()}});
    }
  }

  const ScaleOptions& options_;
  fs::path index_;
  fs::path raw_;
  CorpusSample sample_;
  std::vector<Figure> figures_;
};

}  // namespace

std::vector<Figure> measure_scale(const ScaleOptions& options) {
  return ScaleRun(options).run();
}

}  // namespace tracuu
