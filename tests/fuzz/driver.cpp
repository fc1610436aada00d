// Drives a fuzz target without libFuzzer, the same way every time.
//   fuzz_NAME [--runs=N] [--number=N] SEEDS...    mutated seeds, then long inputs against the clock
//   fuzz_NAME --input=FILE                        one input, to look at a finding again
// The input at work is kept in fuzz_NAME.input while it runs: what is left there crashed.

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/expect.h"
#include "tests/fuzz/mutation.h"

namespace {

namespace fs = std::filesystem;

// Four times the bytes may take ten times the time plus what a clock shows of nothing: linear, with
// room for noise; quadratic would take sixteen times.
constexpr std::size_t kShortBytes = 64U << 10U;
constexpr std::size_t kLongBytes = 4 * kShortBytes;
constexpr double kMostTimes = 10;
constexpr double kNoiseSeconds = 0.2;
constexpr int kLongInputs = 12;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void add_seeds(const fs::path& path, std::vector<std::string>& seeds) {
  if (fs::is_directory(path)) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
      files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      seeds.push_back(bytes_of(file));
    }
    return;
  }
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') {
      seeds.push_back(path.extension() == ".tsv" ? line.substr(0, line.find('\t')) : line);
    }
  }
}

/// Runs the target on a heap copy of exactly the input's size, so that a read behind it is seen.
double run(const std::string& input) {
  const std::vector<std::uint8_t> exact(input.begin(), input.end());
  const std::clock_t start = std::clock();
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

class Driver {
 public:
  Driver(std::string kept, std::vector<std::string> seeds, std::uint32_t number)
      : kept_(std::move(kept)), mutation_(seeds, number), seeds_(std::move(seeds)) {}

  int run_all(int runs) {
    for (const std::string& seed : seeds_) {
      run_kept(seed);
    }
    for (int i = 0; i < runs; ++i) {
      run_kept(mutation_.next());
    }
    for (int i = 0; i < kLongInputs; ++i) {
      const std::string input = mutation_.repeated(kLongBytes);
      const double short_time = run_kept(input.substr(0, kShortBytes));
      const double long_time = run_kept(input);
      if (long_time > kMostTimes * short_time + kNoiseSeconds) {
        std::fprintf(stderr, "not linear: %.2f s for %zu bytes, %.2f s for %zu: '%s'\n", short_time,
                     kShortBytes, long_time, kLongBytes, input.substr(0, 80).c_str());
        return 1;
      }
    }
    fs::remove(kept_);
    return 0;
  }

 private:
  double run_kept(const std::string& input) {
    std::ofstream(kept_, std::ios::binary | std::ios::trunc) << input;
    return run(input);
  }

  std::string kept_;
  tracuu::Mutation mutation_;
  std::vector<std::string> seeds_;
};

}  // namespace

int main(int argc, char** argv) {
  int runs = 1000;
  std::uint32_t number = 1;
  std::vector<std::string> seeds;
  for (const std::string& argument : std::vector<std::string>(argv + 1, argv + argc)) {
    if (argument.starts_with("--input=")) {
      run(bytes_of(argument.substr(8)));
      return 0;
    }
    if (argument.starts_with("--runs=")) {
      runs = std::stoi(argument.substr(7));
    } else if (argument.starts_with("--number=")) {
      number = static_cast<std::uint32_t>(std::stoul(argument.substr(9)));
    } else {
      add_seeds(argument, seeds);
    }
  }
  if (seeds.empty()) {
    std::fputs("seeds: none could be read\n", stderr);
    return 64;
  }
  return Driver(fs::path(argv[0]).filename().string() + ".input", std::move(seeds), number)
      .run_all(runs);
}
