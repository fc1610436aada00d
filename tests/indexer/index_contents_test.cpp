#include "indexer/index_contents.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/index/generation.h"
#include "common/index/schema.h"
#include "indexer/lexicon_builder.h"
#include "tests/support/planned_articles.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::vector<Article> articles_saying(const std::string& last) {
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i) {
    articles.push_back(sample_article("bai-" + std::to_string(i), "Tin số " + std::to_string(i),
                                      "Hải Phòng triển khai Nghị quyết 36-NQ/TW.",
                                      day_of("2014-09-04"), "Hải Phòng"));
  }
  articles.push_back(sample_article("bai-cuoi", "Tin", last));
  return articles;
}

void write(const fs::path& directory, const std::vector<Article>& articles, const char* built_at,
           std::size_t threads) {
  DocidAllocator docids;
  LexiconBuilder lexicon;
  std::vector<PlannedArticle> planned;
  for (const Article& article : articles) {
    planned.push_back({*docids.next(article.published), [&article] { return article; }});
    lexicon.see(planned.back().docid, article);
  }
  write_planned(directory, planned,
                {{kSchemaKey, std::to_string(kSchemaVersion)}, {kBuiltAtKey, built_at}}, threads);
  lexicon.find_phrases();
  lexicon.count(*TokenStreams::open(directory), threads);
  lexicon.write(directory);
}

TEST(IndexContents, HaveTheSameDigestWheneverAndOnHoweverManyThreads) {
  const TemporaryDirectory one;
  const TemporaryDirectory other;
  write(one.path(), articles_saying("một"), "2026-11-22T05:36:00Z", 1);
  write(other.path(), articles_saying("một"), "2026-11-23T00:00:00Z", 3);
  EXPECT_EQ(content_digest(one.path()), content_digest(other.path()));
  EXPECT_EQ(content_digest(one.path()).size(), 32U);
}

TEST(IndexContents, HaveAnotherDigestForAnotherWord) {
  const TemporaryDirectory one;
  const TemporaryDirectory other;
  write(one.path(), articles_saying("một"), "2026-11-22T05:36:00Z", 1);
  write(other.path(), articles_saying("mốt"), "2026-11-22T05:36:00Z", 1);
  EXPECT_NE(content_digest(one.path()), content_digest(other.path()));
}

TEST(IndexContents, TakeAsManyBytesAsTheirFiles) {
  const TemporaryDirectory directory;
  write(directory.path(), articles_saying("một"), "2026-11-22T05:36:00Z", 1);
  std::uint64_t of_parts = 0;
  for (const PartSize& part : part_sizes(directory.path())) {
    of_parts += part.bytes;
    EXPECT_GT(part.bytes, 0U) << part.part;
  }
  std::uint64_t of_files = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory.path())) {
    const bool is_mark = entry.path().filename() == "iamglass";
    of_files += is_mark ? 0 : entry.file_size();
  }
  EXPECT_EQ(of_parts, of_files);
}

}  // namespace
}  // namespace tracuu
