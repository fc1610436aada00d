#include "indexer/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace tracuu {
namespace {

TEST(Parallel, RunsEachJobOnce) {
  std::vector<std::atomic<int>> runs(100);
  run_jobs(runs.size(), 4, [&](std::size_t i) { ++runs[i]; });
  for (const auto& count : runs) {
    EXPECT_EQ(count, 1);
  }
}

TEST(Parallel, NoJobsIsNoWork) {
  run_jobs(0, 4, [](std::size_t) { FAIL(); });
}

TEST(Parallel, ThrowsWhatAJobThrew) {
  const auto run = [] {
    run_jobs(10, 2, [](std::size_t i) {
      if (i == 3) {
        throw std::runtime_error("three");
      }
    });
  };
  EXPECT_THROW(run(), std::runtime_error);
}

}  // namespace
}  // namespace tracuu
