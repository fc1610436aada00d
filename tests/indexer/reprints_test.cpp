#include "indexer/reprints.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "common/index/bytes.h"
#include "tests/indexer/reprint_articles.h"
#include "tests/support/sample_article.h"

namespace tracuu {
namespace {

using Groups = std::map<std::string, std::string>;  ///< name of the group by id of the article

Groups groups_of(const std::vector<Article>& articles) {
  ReprintFinder finder;
  for (const Article& article : articles) {
    finder.see(article, reprint_sketch(article));
  }
  const auto found = finder.settle();
  EXPECT_EQ(found.marks.size(), articles.size());
  Groups groups;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    groups[articles[i].id] = found.marks[i].group;
  }
  return groups;
}

TEST(ReprintFinder, NamesAGroupByTheEarliestWithUndatedOnesLast) {
  const std::string text = RandomTexts(1).text(120);
  EXPECT_EQ(groups_of({reprint_article("a-undated", text),
                       reprint_article("z-first", text, day_of("2015-03-01")),
                       reprint_article("c-later", text, day_of("2015-03-02")),
                       reprint_article("d-alone", RandomTexts(2).text(120))}),
            (Groups{{"a-undated", "z-first"},
                    {"z-first", "z-first"},
                    {"c-later", "z-first"},
                    {"d-alone", ""}}));
}

TEST(ReprintFinder, TellsArticlesOfOneDayApartById) {
  const std::string text = RandomTexts(1).text(120);
  const Day day = day_of("2015-03-01");
  EXPECT_EQ(groups_of({reprint_article("b", text, day), reprint_article("a", text, day)}),
            (Groups{{"a", "a"}, {"b", "a"}}));
}

TEST(ReprintFinder, GivesTheSameGroupsInWhateverOrderArticlesCome) {
  RandomTexts texts(7);
  std::vector<Article> articles;
  for (int story = 0; story < 60; ++story) {
    const std::string text = texts.text(80 + texts.below(200));
    for (std::size_t copy = 0; copy <= texts.below(4); ++copy) {
      const std::string own = texts.text(texts.below(40)) + ' ' + text;
      articles.push_back(reprint_article(
          std::to_string(story) + '-' + std::to_string(copy), own,
          texts.below(3) == 0 ? std::nullopt
                              : std::optional(day_of("2015-03-0" + std::to_string(1 + copy)))));
    }
  }
  const Groups groups = groups_of(articles);
  EXPECT_GT(std::count_if(groups.begin(), groups.end(),
                          [](const auto& entry) { return !entry.second.empty(); }),
            30);
  for (const auto& [id, group] : groups) {
    EXPECT_TRUE(group.empty() || group.substr(0, group.find('-')) == id.substr(0, id.find('-')));
  }
  std::mt19937 random(3);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    EXPECT_EQ(groups_of(articles), groups);
  }
}

TEST(ReprintFinder, DoesNotTieStrangersTogetherThroughARoundup) {
  RandomTexts texts(4);
  const std::string north = texts.text(200);
  const std::string south = texts.text(200);
  const Groups groups = groups_of({reprint_article("north", north, day_of("2015-03-01")),
                                   reprint_article("south", south, day_of("2015-03-01")),
                                   reprint_article("both", north + ' ' + south)});
  EXPECT_NE(groups.at("north"), groups.at("south"));
}

TEST(ReprintFinder, DoesNotCountAFooterThatStandsUnderEveryArticleOfASite) {
  RandomTexts texts(9);
  const std::string footer = texts.text(120);
  // By themselves these two are the same text for the most part.
  std::vector<Article> articles{reprint_article("short-1", texts.text(25) + ' ' + footer),
                                reprint_article("short-2", texts.text(25) + ' ' + footer)};
  EXPECT_EQ(groups_of(articles), (Groups{{"short-1", "short-1"}, {"short-2", "short-1"}}));
  for (int i = 0; i < 30; ++i) {
    articles.push_back(reprint_article(std::to_string(i), texts.text(200) + ' ' + footer));
  }
  for (const auto& [id, group] : groups_of(articles)) {
    EXPECT_EQ(group, "") << id;
  }
}

TEST(ReprintFinder, KeepsATextThatFortySitesReprintTogether) {
  RandomTexts texts(9);
  const std::string text = texts.text(150);
  std::vector<Article> articles;
  for (int i = 10; i < 50; ++i) {
    articles.push_back(reprint_article(std::to_string(i), texts.text(20) + ' ' + text));
  }
  for (const auto& [id, group] : groups_of(articles)) {
    EXPECT_EQ(group, "10") << id;
  }
}

TEST(ReprintFinder, MarksEveryArticleWithItsKeysAndCountsBoilerplate) {
  RandomTexts texts(2);
  const std::string footer = texts.text(20);
  ReprintFinder finder;
  for (int i = 0; i < 20; ++i) {
    const Article article = reprint_article(std::to_string(i), texts.text(60) + ' ' + footer);
    finder.see(article, reprint_sketch(article));
  }
  const auto found = finder.settle();
  EXPECT_GE(found.common.size(), 8U);
  EXPECT_TRUE(std::is_sorted(found.common.begin(), found.common.end()));
  for (const ReprintMarks& marks : found.marks) {
    EXPECT_EQ(marks.keys.size(), kReprintKeys);
    for (const std::uint32_t key : marks.keys) {
      EXPECT_FALSE(std::binary_search(found.common.begin(), found.common.end(), key));
    }
  }
  EXPECT_EQ(unpack_ascending(pack_ascending(found.common)), found.common);
}

TEST(ReprintFinder, HasNothingToSayOfNoArticles) {
  EXPECT_TRUE(ReprintFinder().settle().marks.empty());
}

}  // namespace
}  // namespace tracuu
