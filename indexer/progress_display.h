#pragma once

#include <thread>

#include "indexer/pipeline.h"

namespace tracuu {

/// Shows a run's progress on standard error, four times a second, while it lives: articles a
/// second, megabytes a second, time left, pages rejected. Shows nothing when standard error is no
/// terminal or `quiet`.
class ProgressDisplay {
 public:
  ProgressDisplay(const Progress& progress, bool quiet);
  /// Stops and wipes the line.
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

 private:
  std::jthread thread_;
};

}  // namespace tracuu
