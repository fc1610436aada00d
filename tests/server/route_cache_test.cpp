#include "server/route_cache.h"

#include <gtest/gtest.h>

#include <thread>

namespace tracuu {
namespace {

constexpr std::size_t kBytes = 64 << 10;

Question question(const std::string& text, const std::string& generation = "gen-000001") {
  return {generation, "2026-11-22T05:36:00Z", generation + text, "\"x\""};
}

std::shared_ptr<const KeptAnswer> answer(const std::string& body) {
  KeptAnswer kept;
  kept.content_type = "application/json";
  kept.before = body;
  return std::make_shared<const KeptAnswer>(std::move(kept));
}

TEST(AnswerCache, GivesWhatWasKeptForTheSameQuestionAlone) {
  AnswerCache cache(kBytes);
  EXPECT_EQ(cache.find(question("a")), nullptr);
  EXPECT_TRUE(cache.keep(question("a"), answer("A")));
  ASSERT_NE(cache.find(question("a")), nullptr);
  EXPECT_EQ(cache.find(question("a"))->before, "A");
  EXPECT_EQ(cache.find(question("b")), nullptr);
  const AnswerCacheCounts counts = cache.counts();
  EXPECT_EQ(counts.hits, 2U);
  EXPECT_EQ(counts.misses, 2U);
  EXPECT_EQ(counts.answers, 1U);
}

TEST(AnswerCache, DropsWhatWasNotAskedForTheLongestTime) {
  AnswerCache cache(kBytes);
  const std::string body(kBytes / 20, 'x');
  cache.keep(question("often"), answer(body));
  for (int i = 0; i < 60; ++i) {
    cache.keep(question(std::to_string(i)), answer(body));
    ASSERT_NE(cache.find(question("often")), nullptr) << i;
    ASSERT_LE(cache.counts().bytes, kBytes);
  }
  EXPECT_EQ(cache.find(question("0")), nullptr);
  EXPECT_NE(cache.find(question("59")), nullptr);
  EXPECT_GT(cache.counts().answers, 10U) << "the bytes are used";
}

TEST(AnswerCache, AnAnswerThatWouldPushOutTheOthersIsNotKept) {
  AnswerCache cache(kBytes);
  EXPECT_FALSE(cache.keep(question("large"), answer(std::string(kBytes / 8, 'x'))));
  EXPECT_EQ(cache.counts().answers, 0U);
  EXPECT_EQ(cache.counts().bytes, 0U);
}

TEST(AnswerCache, ReplacingAnAnswerDoesNotCountItTwice) {
  AnswerCache cache(kBytes);
  cache.keep(question("a"), answer("A"));
  const std::size_t once = cache.counts().bytes;
  cache.keep(question("a"), answer("B"));
  EXPECT_EQ(cache.counts().bytes, once);
  EXPECT_EQ(cache.find(question("a"))->before, "B");
}

TEST(AnswerCache, TheFirstAnswerOfANewGenerationClearsTheOldOne) {
  AnswerCache cache(kBytes);
  cache.keep(question("a"), answer("A"));
  cache.keep(question("b"), answer("B"));
  cache.keep(question("a", "gen-000002"), answer("new"));
  EXPECT_EQ(cache.find(question("a")), nullptr);
  EXPECT_EQ(cache.find(question("a", "gen-000002"))->before, "new");
  EXPECT_EQ(cache.counts().answers, 1U);
}

TEST(AnswerCache, IsOffWithoutBytes) {
  EXPECT_FALSE(AnswerCache(0).is_on());
  EXPECT_FALSE(AnswerCache(0).keep(question("a"), answer("A")));
}

TEST(AnswerCache, ManyMayAskAtOnce) {
  AnswerCache cache(kBytes);
  std::vector<std::jthread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&cache, t] {
      for (int i = 0; i < 2000; ++i) {
        const Question asked = question(std::to_string((i * (t + 3)) % 200));
        if (const auto found = cache.find(asked)) {
          EXPECT_EQ(found->before, asked.text);
        } else {
          cache.keep(asked, answer(asked.text));
        }
      }
    });
  }
  threads.clear();
  EXPECT_EQ(cache.counts().hits + cache.counts().misses, 8000U);
  EXPECT_LE(cache.counts().bytes, kBytes);
}

}  // namespace
}  // namespace tracuu
