#include "tests/benchmark/scale/article_generator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "indexer/article_reader.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

class GeneratedNews : public ::testing::Test {
 protected:
  static const ArticleGenerator& generator() {
    static const ArticleGenerator kGenerator(TRACUU_SOURCE_DIR "/corpus/articles/tuned", 7);
    return kGenerator;
  }

  static std::string lines(const ArticleGenerator& generator, std::uint64_t first,
                           std::uint64_t count) {
    std::string text;
    GeneratedArticle article;
    for (std::uint64_t number = first; number < first + count; ++number) {
      generator.write(number, article);
      append_json_line(article, text);
    }
    return text;
  }
};

TEST_F(GeneratedNews, IsTheSameForTheSameSeedWhereverItBegins) {
  const ArticleGenerator again(TRACUU_SOURCE_DIR "/corpus/articles/tuned", 7);
  const ArticleGenerator other(TRACUU_SOURCE_DIR "/corpus/articles/tuned", 8);
  const std::string all = lines(generator(), 0, 40);
  EXPECT_EQ(all, lines(again, 0, 40));
  EXPECT_TRUE(all.ends_with(lines(again, 25, 15)));
  EXPECT_NE(all, lines(other, 0, 40));
}

TEST_F(GeneratedNews, IsReadByTheIndexerAsItWasWritten) {
  std::istringstream all(lines(generator(), 0, 60));
  std::string line;
  int papers = 0;
  int officials = 0;
  for (std::uint64_t number = 0; std::getline(all, line); ++number) {
    GeneratedArticle written;
    generator().write(number, written);
    Result<RawPage> page = read_page({RawInput::Format::kJsonLine, "x", "stdin:1", line});
    ASSERT_TRUE(page) << page.error().message;
    const Result<ReadArticle> read = read_article(std::move(*page));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->article.id, written.id);
    EXPECT_EQ(read->article.title(), written.title);
    EXPECT_EQ(read->article.source, written.source);
    ASSERT_TRUE(read->article.published);
    EXPECT_EQ(to_iso(PartialDate::of(*read->article.published)), written.date);
    papers += static_cast<int>(read->article.documents.size());
    officials += static_cast<int>(read->article.entities.officials.size());
  }
  EXPECT_GT(papers, 60) << "papers are named, and in a way that is recognized";
  EXPECT_GT(officials, 60);
}

TEST_F(GeneratedNews, RunsFrom2004To2025WithAReprintInSeventy) {
  std::set<std::string> years;
  int reprints = 0;
  constexpr int kArticles = 3000;
  GeneratedArticle article;
  for (int number = 0; number < kArticles; ++number) {
    generator().write(static_cast<std::uint64_t>(number), article);
    years.insert(article.date.substr(0, 4));
    reprints += article.reprint ? 1 : 0;
  }
  EXPECT_EQ(*years.begin(), "2004");
  EXPECT_EQ(*years.rbegin(), "2025");
  EXPECT_EQ(years.size(), 22U);
  EXPECT_NEAR(reprints, kArticles / 70, 25);
}

TEST_F(GeneratedNews, KeepsNamingNewWordsAsItGrows) {
  std::set<std::string> words;
  std::vector<std::size_t> growth;
  GeneratedArticle article;
  std::size_t running = 0;
  for (std::uint64_t number = 0; number < 800; ++number) {
    generator().write(number, article);
    std::istringstream text(article.text);
    for (std::string word; text >> word; ++running) {
      words.insert(word);
    }
    if (number == 199 || number == 399 || number == 799) {
      growth.push_back(words.size());
    }
  }
  EXPECT_NEAR(static_cast<double>(running) / 800, 700, 80) << "words an article";
  EXPECT_GT(growth[1], growth[0] * 11 / 10);
  EXPECT_GT(growth[2], growth[1] * 11 / 10);
  EXPECT_LT(growth[2], growth[1] * 2) << "slower than the corpus";
}

TEST_F(GeneratedNews, SaysSoWhenThereIsNothingToLearnFrom) {
  const TemporaryDirectory empty;
  EXPECT_THROW(ArticleGenerator(empty.path(), 7), std::runtime_error);
}

TEST(InventedWords, AreDistinct) {
  std::set<std::string> words;
  constexpr std::uint32_t kWords = 20'000;
  for (std::uint32_t rank = 0; rank < kWords; ++rank) {
    std::string word;
    append_invented_word(rank, word);
    words.insert(word);
  }
  EXPECT_EQ(words.size(), kWords);
}

TEST(Random, DrawsRanksByZipfsLaw) {
  Random random(7);
  std::map<std::uint64_t, int> drawn;
  for (int i = 0; i < 20'000; ++i) {
    ++drawn[random.zipf(1.0)];
  }
  EXPECT_NEAR(drawn[0], 10'000, 400) << "1/(1*2) of all";
  EXPECT_NEAR(drawn[1], 3'333, 300) << "1/(2*3) of all";
  EXPECT_GT(drawn.rbegin()->first, 1000U) << "the tail is long";
}

}  // namespace
}  // namespace tracuu
