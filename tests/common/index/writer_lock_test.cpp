#include "common/index/writer_lock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>
#include <memory>

#include <thread>

#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

TEST(WriterLock, IsHeldByOneProcessAtATime) {
  const TemporaryDirectory directory;
  const Result<WriterLock> lock = WriterLock::take(directory.path());
  ASSERT_TRUE(lock);
  const pid_t child = ::fork();
  if (child == 0) {
    ::_exit(WriterLock::take(directory.path()) ? 1 : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(WriterLock, NamesWhoHoldsItSinceWhenAndHowItWasCalled) {
  const TemporaryDirectory directory;
  const Result<WriterLock> lock = WriterLock::take(directory.path());
  const Result<WriterLock> second = WriterLock::take(directory.path());
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message,
              testing::MatchesRegex("index: another indexer is writing here, wait for it or stop "
                                    "it: 'process " +
                                    std::to_string(::getpid()) +
                                    ", since 2...-..-..T..:..:..Z, .*index_tests.*'"));
}

TEST(WriterLock, WaitsAsLongAsToldAndSaysSo) {
  const TemporaryDirectory directory;
  const Result<WriterLock> lock = WriterLock::take(directory.path());
  const auto start = std::chrono::steady_clock::now();
  const Result<WriterLock> second = WriterLock::take(directory.path(), milliseconds(1000));
  EXPECT_GE(std::chrono::steady_clock::now() - start, milliseconds(1000));
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message,
              testing::StartsWith("index: another indexer is writing here after 1 s of waiting"));
}

TEST(WriterLock, IsHadByWhoWaitsLongEnough) {
  const TemporaryDirectory directory;
  auto first = std::make_unique<Result<WriterLock>>(WriterLock::take(directory.path()));
  const std::jthread holder([&] {
    std::this_thread::sleep_for(milliseconds(150));
    first.reset();
  });
  EXPECT_TRUE(WriterLock::take(directory.path(), milliseconds(20'000)));
}

TEST(WriterLock, IsFreeAgainAfterItsHolder) {
  const TemporaryDirectory directory;
  { const Result<WriterLock> lock = WriterLock::take(directory.path()); }
  EXPECT_TRUE(WriterLock::take(directory.path()));
}

}  // namespace
}  // namespace tracuu
