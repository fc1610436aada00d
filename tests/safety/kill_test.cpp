// kill -9 at any moment of a build or an update: the last generation stays whole and is one of the
// two that may be, and the next run leaves nothing of the killed one.

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <random>

#include "tests/safety/indexed_pages.h"

namespace tracuu {
namespace {

class Kill : public ::testing::TestWithParam<const char*> {
 protected:
  /// Checks what a killed run left, lets the next one finish, and starts anew.
  void expect_sound() const {
    const std::size_t articles = pages_.articles();
    EXPECT_TRUE(articles == IndexedPages::kFew || articles == IndexedPages::kMore) << articles;
  }
  void expect_clean_after_next_run() const {
    const ProgramEnd next = pages_.write(GetParam());
    EXPECT_EQ(next.code, 0) << next.errors;
    EXPECT_EQ(pages_.articles(), IndexedPages::kMore);
    EXPECT_EQ(pages_.leftovers(), std::vector<std::string>{});
  }

  IndexedPages pages_;
};

TEST_P(Kill, AtRandomMomentsLosesNothing) {
  const auto start = std::chrono::steady_clock::now();
  ASSERT_EQ(pages_.write(GetParam()).code, 0);
  const auto whole_run = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
  std::mt19937 random(36);
  std::uniform_int_distribution<long> moment(1, whole_run.count());
  std::size_t killed = 0;
  for (std::size_t round = 0; round < rounds(10, 100); ++round) {
    if (round % 2 == 0) {
      pages_.reset();  // every other time over what the one before has left
    }
    const ProgramSetting setting{.kill_after = std::chrono::microseconds(moment(random))};
    killed += pages_.write(GetParam(), setting).signal == SIGKILL ? 1U : 0U;
    expect_sound();
  }
  EXPECT_GT(killed, 0U);
  expect_clean_after_next_run();
}

TEST_P(Kill, AtAnyCallThatChangesFilesLosesNothing) {
  const std::string total_file = (pages_.folder() / "total").string();
  ASSERT_EQ(pages_
                .write(GetParam(), {.environment = {{"LD_PRELOAD", TRACUU_FAULT_LIBRARY},
                                                    {"TRACUU_FAULT_TOTAL", total_file}}})
                .code,
            0);
  std::size_t total = 0;
  std::ifstream(total_file) >> total;
  ASSERT_GT(total, 50U) << "the calls are not seen";
  const std::size_t count = std::min(total, rounds(12, 400));
  for (std::size_t i = 0; i < count; ++i) {
    pages_.reset();
    // The last calls, which publish, each; of those before a sample.
    const std::size_t at = i < count / 2 ? total - i : (i - count / 2) * total / count * 2 + 1;
    pages_.write(GetParam(), {.environment = {{"LD_PRELOAD", TRACUU_FAULT_LIBRARY},
                                              {"TRACUU_FAULT", "kill"},
                                              {"TRACUU_FAULT_AT", std::to_string(at)}}});
    SCOPED_TRACE("killed at call " + std::to_string(at) + " of " + std::to_string(total));
    expect_sound();
    if (i % 4 == 0) {
      expect_clean_after_next_run();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Safety, Kill, ::testing::Values("build", "update"),
                         [](const auto& command) { return std::string(command.param); });

}  // namespace
}  // namespace tracuu
