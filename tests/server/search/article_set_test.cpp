#include "server/search/article_set.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace tracuu {
namespace {

constexpr std::size_t kArticles = 300;

std::set<Ordinal> members(const ArticleSet& set) {
  std::set<Ordinal> all;
  set.for_each([&](Ordinal article) { all.insert(article); });
  return all;
}

TEST(ArticleSet, HoldsARangeAtAnyBounds) {
  for (Ordinal begin = 0; begin <= 200; begin += 7) {
    for (Ordinal end = 0; end <= kArticles; ++end) {
      const ArticleSet set = ArticleSet::range(kArticles, begin, end);
      ASSERT_EQ(set.size(), end > begin ? end - begin : 0) << begin << ' ' << end;
      ASSERT_EQ(set.empty(), end <= begin);
      if (end > begin) {
        ASSERT_TRUE(set.contains(begin) && set.contains(end - 1));
        ASSERT_FALSE(end < kArticles && set.contains(end));
      }
    }
  }
}

TEST(ArticleSet, DoesWhatASetDoes) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    ArticleSet a(kArticles);
    ArticleSet b(kArticles);
    std::set<Ordinal> set_a;
    std::set<Ordinal> set_b;
    for (int i = 0; i < 60; ++i) {
      const auto article = static_cast<Ordinal>(random() % kArticles);
      (i % 2 == 0 ? a : b).add(article);
      (i % 2 == 0 ? set_a : set_b).insert(article);
    }
    std::set<Ordinal> both;
    std::set<Ordinal> either = set_a;
    std::set<Ordinal> without;
    for (const Ordinal article : set_a) {
      (set_b.contains(article) ? both : without).insert(article);
    }
    either.insert(set_b.begin(), set_b.end());
    ArticleSet result = a;
    EXPECT_EQ(members(result &= b), both);
    EXPECT_EQ(a.shared_with(b), both.size());
    result = a;
    EXPECT_EQ(members(result |= b), either);
    EXPECT_EQ(result.size(), either.size());
    result = a;
    EXPECT_EQ(members(result -= b), without);
    const auto end = static_cast<Ordinal>(random() % (kArticles + 1));
    const auto begin = static_cast<Ordinal>(random() % (end + 1));
    EXPECT_EQ(a.size_in(begin, end), static_cast<std::size_t>(std::distance(
                                         set_a.lower_bound(begin), set_a.lower_bound(end))));
  }
}

TEST(ArticleSet, IsWalkedBothWays) {
  std::mt19937 random(4);
  for (int round = 0; round < 50; ++round) {
    ArticleSet set(kArticles);
    for (int i = 0; i < 9; ++i) {
      set.add(static_cast<Ordinal>(random() % kArticles));
    }
    std::set<Ordinal> forwards;
    for (auto at = set.first_from(0); at; at = set.first_from(*at + 1)) {
      forwards.insert(*at);
    }
    std::set<Ordinal> backwards;
    for (auto at = set.last_before(kArticles); at; at = set.last_before(*at)) {
      backwards.insert(*at);
    }
    EXPECT_EQ(forwards, members(set));
    EXPECT_EQ(backwards, members(set));
  }
}

TEST(ArticleSet, ForgetsWhatIsRemoved) {
  ArticleSet set = ArticleSet::all(kArticles);
  set.remove(64);
  EXPECT_FALSE(set.contains(64));
  EXPECT_EQ(set.size(), kArticles - 1);
  EXPECT_EQ(set.first_from(64), 65U);
  EXPECT_EQ(set.last_before(65), 63U);
}

}  // namespace
}  // namespace tracuu
