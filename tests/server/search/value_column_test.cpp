#include "server/search/value_column.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace tracuu {
namespace {

struct Row {
  const char* reason;
  std::size_t articles;
  std::size_t values;
  double common;  ///< share of the articles that have each of the first three values
  double others;  ///< and each of the others
};

constexpr Row kRows[] = {
    {"sources: every article has one or two", 3000, 40, 0.2, 0.01},
    {"years: all values are common", 700, 3, 0.5, 0},
    {"officials: many values, each in few articles", 3000, 900, 0.1, 0.002},
    {"no value is common", 1000, 60, 0.02, 0.02},
    {"an article has more values than fit one look", 400, 4000, 0.6, 0.02},
    {"articles that do not fill their last words", 33, 5, 0.3, 0.3},
    {"nothing has a value", 100, 4, 0, 0},
    {"no article at all", 0, 4, 0.5, 0.5},
};
constexpr ValueNumber kFirst = 1000;

class ValueColumnOfRow : public testing::TestWithParam<Row> {
 protected:
  void SetUp() override {
    const Row& row = GetParam();
    for (Ordinal article = 0; article < row.articles; ++article) {
      for (ValueNumber value = 0; value < row.values; ++value) {
        if (chance(value < 3 ? row.common : row.others)) {
          entries_.emplace_back(article, kFirst + value);
        }
      }
    }
    column_ = ValueColumn(row.articles, {kFirst, kFirst + static_cast<ValueNumber>(row.values)},
                          entries_);
  }

  bool chance(double share) { return std::bernoulli_distribution(share)(random_); }
  ArticleSet random_articles(double share) {
    ArticleSet articles(GetParam().articles);
    for (Ordinal article = 0; article < GetParam().articles; ++article) {
      if (chance(share)) {
        articles.add(article);
      }
    }
    return articles;
  }

  std::mt19937 random_{36};
  std::vector<ValueColumn::Entry> entries_;
  ValueColumn column_;
};

TEST_P(ValueColumnOfRow, CountsWhatEachArticleHas) {
  for (const double share : {0.0, 0.002, 0.02, 0.3, 0.7, 1.0}) {
    const ArticleSet articles = random_articles(share);
    std::map<std::uint32_t, std::uint32_t> expected;
    for (const auto& [article, value] : entries_) {
      if (articles.contains(article)) {
        ++expected[value - kFirst];
      }
    }
    std::vector<CountedPlace> wanted;
    for (const auto& [place, count] : expected) {
      wanted.push_back({place, count});
    }
    EXPECT_EQ(column_.counts_in(articles), wanted) << share;
  }
}

TEST_P(ValueColumnOfRow, TellsWhoHasEachValueAndWhatEachArticleHas) {
  std::map<ValueNumber, std::vector<Ordinal>> having;
  std::map<Ordinal, std::multiset<ValueNumber>> values;
  for (const auto& [article, value] : entries_) {
    having[value].push_back(article);
    values[article].insert(value);
  }
  for (ValueNumber value = kFirst; value < kFirst + GetParam().values; ++value) {
    const auto list = column_.articles_with(value);
    EXPECT_TRUE(std::ranges::equal(list, having[value])) << value;
    ArticleSet added(GetParam().articles);
    column_.add_articles_with(value, added);
    EXPECT_EQ(added.size(), list.size()) << value;
    EXPECT_TRUE(
        std::ranges::all_of(list, [&](Ordinal article) { return added.contains(article); }));
  }
  for (Ordinal article = 0; article < GetParam().articles; ++article) {
    std::multiset<ValueNumber> found;
    column_.for_each_of(article, [&](ValueNumber value) { found.insert(value); });
    EXPECT_EQ(found, values[article]) << article;
  }
}

TEST_P(ValueColumnOfRow, TellsWhoHasAnyOfSomeValues) {
  std::vector<std::vector<ValueNumber>> groups(3);
  for (ValueNumber value = 0; value < GetParam().values; ++value) {
    if (value % 4 != 3) {  // the others are in no group
      groups[value % 4].push_back(kFirst + value);
    }
  }
  for (const double share : {0.002, 0.3, 1.0}) {
    const ArticleSet articles = random_articles(share);
    std::vector<ArticleSet> wanted(3, ArticleSet(GetParam().articles));
    for (const auto& [article, value] : entries_) {
      if ((value - kFirst) % 4 != 3 && articles.contains(article)) {
        wanted[(value - kFirst) % 4].add(article);
      }
    }
    EXPECT_EQ(column_.having_any(groups, articles), wanted) << share;
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, ValueColumnOfRow, testing::ValuesIn(kRows),
                         [](const auto& row) { return "Row" + std::to_string(row.index); });

}  // namespace
}  // namespace tracuu
