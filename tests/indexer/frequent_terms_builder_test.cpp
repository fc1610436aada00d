#include "indexer/frequent_terms_builder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "common/index/frequent_terms.h"
#include "common/index/generation.h"
#include "common/index/schema.h"
#include "indexer/index_writer.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

const IndexMetadata kMetadata{{kSchemaKey, std::to_string(kSchemaVersion)}};

/// Words by a falling frequency: "la", "lb" ...
std::string random_text(std::mt19937& random) {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    char letter = 'a';
    while (letter < 'z' && random() % 4 != 0) {
      ++letter;
    }
    text.append("l").append(1, letter).append(random() % 9 == 0 ? ". " : " ");
  }
  return text;
}

Article random_article(int number, std::mt19937& random) {
  const auto day = static_cast<std::int32_t>(random() % 50);
  return sample_article("bai-" + std::to_string(number), random_text(random), random_text(random),
                        day_of_number(day_number(day_of("2020-06-30")) - day));
}

void write(const fs::path& directory, const std::vector<Article>& articles, std::size_t threads) {
  DocidAllocator docids;
  std::vector<PlannedArticle> planned;
  for (const Article& article : articles) {
    planned.push_back({*docids.next(article.published), [&article] { return article; }});
  }
  std::sort(planned.begin(), planned.end(),
            [](const PlannedArticle& a, const PlannedArticle& b) { return a.docid < b.docid; });
  std::atomic<std::uint64_t> written{0};
  write_index(directory, planned, kMetadata, threads, written);
}

std::string bytes_in(const fs::path& directory) {
  std::ifstream in(directory / kFrequentTermsFile, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(FrequentTermsBuilder, WritesTheSameOnAnyNumberOfThreads) {
  std::mt19937 random(5);
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {
    articles.push_back(random_article(i, random));
  }
  const TemporaryDirectory one;
  const TemporaryDirectory three;
  write(one.path(), articles, 1);
  write(three.path(), articles, 3);
  EXPECT_FALSE(bytes_in(one.path()).empty());
  EXPECT_EQ(bytes_in(one.path()), bytes_in(three.path()));
}

TEST(FrequentTermsBuilder, TakesOnlyTermsOfManyArticles) {
  const Day day = day_of("2020-06-30");
  const TemporaryDirectory directory;
  write(directory.path(),
        {sample_article("a", "", "chung riêng", day), sample_article("b", "", "chung", day)}, 1);
  const Result<FrequentTerms> terms = FrequentTerms::open(directory.path());
  ASSERT_TRUE(terms);
  EXPECT_TRUE(terms->find("chung"));
  EXPECT_FALSE(terms->find("rieng"));
  EXPECT_EQ(terms->find("chung")->times()[1], 1);
  EXPECT_EQ(terms->docids()[1], first_docid_of(day) + 1);
}

TEST(FrequentTermsBuilder, UpdatesToWhatItWouldWriteAnew) {
  std::mt19937 random(6);
  for (int round = 0; round < 12; ++round) {
    SCOPED_TRACE(round);
    std::vector<Article> articles;
    for (int i = 0; i < 300; ++i) {
      articles.push_back(random_article(i, random));
    }
    const TemporaryDirectory current;
    const TemporaryDirectory copy;
    write(current.path(), articles, 2);
    // Few changes or many, and in some rounds so many removed that rarer terms are frequent.
    const int changes = round % 3 == 0 ? 90 : 12;
    {
      IndexUpdate update(current.path(), copy.path());
      DocidAllocator docids;
      for (const std::uint32_t docid : update.docids()) {
        docids.take(docid);
      }
      for (int i = 0; i < changes; ++i) {
        if (i % (round % 2 == 0 ? 2 : 5) == 0) {
          update.remove(update.find("bai-" + std::to_string(i))->docid);
        } else if (i % 3 == 0) {
          Article changed = articles[static_cast<std::size_t>(i)];
          changed.text += " " + random_text(random);
          update.put(update.find(changed.id)->docid, changed);
        } else {
          const Article added = random_article(1000 + i, random);
          update.put(*docids.next(added.published), added);
        }
      }
      update.finish(kMetadata);
    }
    const std::string updated = bytes_in(copy.path());
    write_frequent_terms(copy.path(), 1);
    EXPECT_TRUE(updated == bytes_in(copy.path()));
    EXPECT_TRUE(check_index(copy.path()).empty());
  }
}

TEST(FrequentTermsBuilder, TellsWhenTheFileIsDamaged) {
  const TemporaryDirectory directory;
  write(directory.path(), {sample_article("a", "", "một"), sample_article("b", "", "một")}, 1);
  const fs::path file = directory.path() / kFrequentTermsFile;
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  bytes.seekp(static_cast<std::streamoff>(sizeof(FrequentTermsHead) + 2 * 8 + 16));
  bytes.put('\x7F');
  bytes.close();
  std::vector<std::string> problems;
  check_frequent_terms(directory.path(), problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].find("is damaged, rebuild the index"), std::string::npos);
  fs::remove(file);
  check_frequent_terms(directory.path(), problems);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_NE(problems[1].find("is missing"), std::string::npos);
}

}  // namespace
}  // namespace tracuu
