// Two writers, and clocks that jump.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "common/index/generation.h"
#include "common/index/writer_lock.h"
#include "tests/safety/indexed_pages.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

TEST(Writers, TheSecondWaitsAsToldAndThenSaysWhoHoldsTheLock) {
  const IndexedPages pages;
  const Result<WriterLock> held = WriterLock::take(pages.index());
  ASSERT_TRUE(held);
  const auto start = std::chrono::steady_clock::now();
  for (const char* command : {"build", "update"}) {
    const ProgramEnd end = pages.indexer({command, "--quiet", "--lock-wait", "1", "--index",
                                          pages.index().string(), pages.more().string()});
    EXPECT_EQ(end.code, 75);
    EXPECT_THAT(end.errors, testing::HasSubstr("another indexer is writing here after 1 s of "
                                               "waiting, wait for it or stop it: 'process "));
    EXPECT_THAT(end.errors, testing::HasSubstr("safety_tests"));
  }
  EXPECT_GE(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
  EXPECT_EQ(pages.articles(), IndexedPages::kFew);
}

TEST(Writers, GenerationsCountOnWhateverTheClockSays) {
  const IndexedPages pages;
  // What was published is dated as by a clock that stood decades ahead, then behind.
  for (const int years : {30, -50}) {
    const Generation current = *current_generation(pages.index());
    const auto when = fs::file_time_type::clock::now() + std::chrono::hours(24 * 365 * years);
    fs::last_write_time(current.path, when);
    fs::last_write_time(pages.index() / "CURRENT", when);
    ASSERT_EQ(pages.write("build").code, 0);
    EXPECT_EQ(current_generation(pages.index())->number, current.number + 1);
    EXPECT_EQ(pages.articles(), IndexedPages::kMore);
  }
}

}  // namespace
}  // namespace tracuu
