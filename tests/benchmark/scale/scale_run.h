#pragma once

#include <filesystem>
#include <vector>

#include "tests/benchmark/scale/corpus.h"
#include "tests/benchmark/scale/figures.h"

namespace tracuu {

/// How one size of corpus is measured.
struct ScaleOptions {
  CorpusOptions corpus;
  std::filesystem::path folder;  ///< for indexes; what lies in it is written over
  std::string indexer;           ///< program; "": that of this build
  std::string server;            ///< likewise
  int threads = 0;               ///< of the indexer; 0: its default
  double seconds = 1.0;          ///< a workload is asked for, at least 20 requests
  int runs = 3;                  ///< of each workload; the median run counts
  bool raw_xapian = true;        ///< also build and ask bare Xapian
};

/// Builds the indexes of a corpus and measures them: see the program's help. Prints as it goes.
/// Throws std::runtime_error when a program fails.
std::vector<Figure> measure_scale(const ScaleOptions& options);

}  // namespace tracuu
