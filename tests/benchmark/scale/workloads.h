#pragma once

#include <string>
#include <vector>

#include "tests/benchmark/scale/corpus.h"

namespace tracuu {

/// How the words of a question are to be found.
enum class AskMode { kAny, kAll, kPhrase, kLastIsStart };

/// One question of the six workloads, independent of any engine.
struct AskedWords {
  std::string words;
  AskMode mode = AskMode::kAny;
  bool facets = false;  ///< exact counts by province and by year
  int year = 0;         ///< only this one
  int province = -1;    ///< only this one
};

/// The six workloads that engines are compared by: (a) titles, any word; (b) two syllables, all;
/// (c) the same with facets; (d) the same within a year and a province; (e) a phrase; (f) words of
/// which the last is not finished.
struct ComparedWorkload {
  std::string name;
  std::vector<AskedWords> questions;
};
std::vector<ComparedWorkload> compared_workloads(const CorpusSample& sample);

/// A workload as requests to the server.
struct Workload {
  std::string name;
  std::vector<std::string> targets;
};

/// Returns the six workloads and, of what the server's index holds, questions of entities, filters
/// alone, the newest, pages far down, what the search page asks (all facets and the months), what
/// is being typed, and pages of articles and papers. Asks the server on `port` for its entities.
std::vector<Workload> server_workloads(const CorpusSample& sample, int port);

}  // namespace tracuu
