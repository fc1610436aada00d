#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/source/source.h"

namespace tracuu {

struct PipelineOptions {
  std::vector<std::filesystem::path> inputs;
  std::filesystem::path index;
  std::size_t threads = 1;
  bool prune = false;  ///< update: also remove articles whose page is no longer among the inputs
  std::chrono::seconds lock_wait{0};  ///< how long to wait for another writer to be done
  bool prune_most = false;            ///< update: with prune, even more than half of the articles
};

/// How far a run is; read from any thread while it goes on.
struct Progress {
  std::atomic<std::uint64_t> bytes_total{0};  ///< of all inputs, as on disk
  std::atomic<std::uint64_t> bytes_read{0};
  std::atomic<std::uint64_t> pages_read{0};
  std::atomic<std::uint64_t> articles_written{0};
  std::atomic<std::uint64_t> articles_to_write{0};  ///< 0 until extraction is done
  std::atomic<std::uint64_t> rejected{0};
};

/// What a run did.
struct IndexReport {
  std::string generation;  ///< published; "" when nothing changed
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
  std::uint64_t articles = 0;  ///< in the index after the run
  std::uint64_t undated = 0;   ///< of those read in this run
  std::uint64_t bytes = 0;
  double seconds = 0;
  std::map<std::string, std::uint64_t> charsets;  ///< pages read by encoding
  std::vector<Rejection> rejections;
};

/// Builds a new generation from nothing but `options.inputs` and publishes it. Bad pages are in the
/// report and stop nothing. Fails, the old generation staying current, when another writer keeps
/// the lock, the disk has too little free space ("disk: ...") or no input gave an article; throws
/// std::runtime_error (std::system_error among them) when the disk does not obey. What was written
/// by then is removed. Identical inputs give identical documents under identical docids.
Result<IndexReport> build_index(const PipelineOptions& options, Progress& progress);

/// Publishes a generation in which the articles of `options.inputs` are new or as they are now;
/// pages whose bytes did not change are not read again. New articles are linked to the papers that
/// the index knows; articles that are in it already keep their identities, even where a new one
/// would now decide what they left open: only a build links everything anew. Fails as build_index()
/// does, when there is no index to update or it is damaged, and when it would prune more than half
/// of the articles, as where the inputs are not mounted ("input: ...").
Result<IndexReport> update_index(const PipelineOptions& options, Progress& progress);

}  // namespace tracuu
