#include "server/access/rate_limit.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

constexpr RateLimiter::TimePoint kStart{std::chrono::hours(1)};

int allowed_at(RateLimiter& limiter, const std::string& client, RateLimiter::TimePoint now) {
  int allowed = 0;
  while (!limiter.take(client, now)) {
    ++allowed;
  }
  return allowed;
}

TEST(RateLimit, IsReadAsWritten) {
  for (const TableRow& row : read_table("rate_limits.tsv")) {
    const auto limit = parse_rate_limit(ExactText(row[0]));
    EXPECT_EQ(limit ? to_text(*limit) : "", row[1]) << row;
    if (limit) {
      EXPECT_EQ(*parse_rate_limit(to_text(*limit)), *limit) << row;
    } else {
      EXPECT_EQ(limit.error().message,
                "rate-limit: use N/s or N/s:BURST with numbers from 1 to 100000: '" +
                    std::string(row[0]) + "'");
    }
  }
}

TEST(RateLimiter, LetsABurstThroughAndThenTheRate) {
  RateLimiter limiter({10, 5});
  EXPECT_EQ(allowed_at(limiter, "a", kStart), 5);
  EXPECT_EQ(allowed_at(limiter, "a", kStart + milliseconds(99)), 0);
  EXPECT_EQ(allowed_at(limiter, "a", kStart + milliseconds(301)), 3);
  EXPECT_EQ(allowed_at(limiter, "a", kStart + std::chrono::hours(1)), 5) << "no more than a burst";
}

TEST(RateLimiter, TellsHowLongToWait) {
  RateLimiter limiter({2, 1});
  EXPECT_FALSE(limiter.take("a", kStart));
  const auto wait = limiter.take("a", kStart + milliseconds(100));
  ASSERT_TRUE(wait);
  EXPECT_NEAR(wait->count(), 0.4, 0.001);
  EXPECT_FALSE(limiter.take("a", kStart + milliseconds(501))) << "and that was true";
}

TEST(RateLimiter, KeepsClientsApart) {
  RateLimiter limiter({1, 3});
  EXPECT_EQ(allowed_at(limiter, "a", kStart), 3);
  EXPECT_EQ(allowed_at(limiter, "b", kStart), 3);
}

TEST(RateLimiter, ForgetsWhoeverHasBeenSilentLongest) {
  RateLimiter limiter({1, 1}, 2);
  EXPECT_FALSE(limiter.take("a", kStart));
  EXPECT_FALSE(limiter.take("b", kStart));
  EXPECT_TRUE(limiter.take("a", kStart)) << "and was heard of later than b";
  EXPECT_FALSE(limiter.take("c", kStart));
  EXPECT_EQ(limiter.clients(), 2U);
  EXPECT_TRUE(limiter.take("a", kStart));
  EXPECT_FALSE(limiter.take("b", kStart)) << "b was forgotten";
}

TEST(RateLimiter, HoldsNoMoreThanItMayHoweverManyAsk) {
  RateLimiter limiter({1, 1}, 100);
  for (int i = 0; i < 10'000; ++i) {
    EXPECT_FALSE(limiter.take(std::to_string(i), kStart));
  }
  EXPECT_EQ(limiter.clients(), 100U);
}

}  // namespace
}  // namespace tracuu
