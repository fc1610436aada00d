#include "common/index/article_store.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/support/file_bytes.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

Article article_number(std::uint32_t number) {
  return sample_article("bai-" + std::to_string(number), "Tin " + std::to_string(number),
                        "UBND tỉnh Hòa Bình ban hành quyết định số " + std::to_string(number) +
                            "/QĐ-UBND về chính quyền điện tử.");
}

std::string packed(const ArticleCodec& codec, std::uint32_t number) {
  return codec.pack(serialize(article_number(number)));
}

/// Articles 10, 20 and 30, the last part given first.
void write_sample(const TemporaryDirectory& directory) {
  const ArticleCodec codec("");
  ArticleStoreWriter writer(directory.path());
  PackedArticles last;
  last.add(30, packed(codec, 30));
  writer.add(1, std::move(last));
  PackedArticles first;
  first.add(10, packed(codec, 10));
  first.add(20, packed(codec, 20));
  writer.add(0, std::move(first));
  writer.finish(codec.dictionary());
}

std::string error_of(const TemporaryDirectory& directory) {
  const Result<ArticleStore> store = ArticleStore::open(directory.path());
  return store ? "" : store.error().message;
}

TEST(ArticleStore, GivesBackEveryArticleByDocid) {
  const TemporaryDirectory directory;
  write_sample(directory);
  const Result<ArticleStore> store = ArticleStore::open(directory.path());
  ASSERT_TRUE(store);
  EXPECT_EQ(store->docids().size(), 3U);
  for (const std::uint32_t docid : {10U, 20U, 30U}) {
    EXPECT_EQ(store->article(docid), article_number(docid));
    EXPECT_EQ(store->id(docid), "bai-" + std::to_string(docid));
  }
}

TEST(ArticleStore, SaysWhichDocidHasNoArticle) {
  const TemporaryDirectory directory;
  write_sample(directory);
  const Result<ArticleStore> store = ArticleStore::open(directory.path());
  for (const std::uint32_t docid : {0U, 15U, 31U}) {
    EXPECT_THROW(static_cast<void>(store->article(docid)), std::runtime_error) << docid;
  }
}

TEST(ArticleStore, RefusesWhatIsCutOffOrAltered) {
  const TemporaryDirectory directory;
  write_sample(directory);
  const std::string whole = file_bytes(directory.path() / kArticlesFile);
  for (std::size_t size = 1; size < whole.size(); size += 7) {
    directory.write(kArticlesFile, whole.substr(0, size));
    EXPECT_NE(error_of(directory).find("the stored articles are"), std::string::npos) << size;
  }
  for (const std::size_t at : {std::size_t{0}, std::size_t{17}, std::size_t{24},
                               sizeof(ArticlesHead) - 1, whole.size() - 1}) {
    std::string altered = whole;
    altered[at] = static_cast<char>(altered[at] ^ 0x40);
    directory.write(kArticlesFile, altered);
    EXPECT_NE(error_of(directory), "") << at;
  }
}

TEST(ArticleStore, AnArticleThatIsDamagedIsToldNotShown) {
  const TemporaryDirectory directory;
  write_sample(directory);
  std::string altered = file_bytes(directory.path() / kArticlesFile);
  for (std::size_t at = sizeof(ArticlesHead); at < sizeof(ArticlesHead) + 12; ++at) {
    altered[at] = '\xFF';
  }
  directory.write(kArticlesFile, altered);
  const Result<ArticleStore> store = ArticleStore::open(directory.path());
  ASSERT_TRUE(store);
  EXPECT_THROW(static_cast<void>(store->article(10)), std::runtime_error);
  EXPECT_EQ(store->article(20), article_number(20)) << "the others are as they were";
}

TEST(ArticleCodec, UnpacksWhatItPackedWithAndWithoutADictionary) {
  std::vector<std::string> samples;
  for (std::uint32_t number = 0; number < 400; ++number) {
    samples.push_back(serialize(article_number(number)));
  }
  const std::string dictionary = ArticleCodec::train(samples);
  EXPECT_FALSE(dictionary.empty());
  EXPECT_EQ(ArticleCodec::train(samples), dictionary) << "equal builds give equal bytes";
  const ArticleCodec plain("");
  const ArticleCodec trained(dictionary);
  for (const std::string& bytes : {samples[7], std::string(), std::string(100'000, 'x')}) {
    EXPECT_EQ(plain.unpack(plain.pack(bytes)), bytes);
    EXPECT_EQ(trained.unpack(trained.pack(bytes)), bytes);
  }
  EXPECT_LT(trained.pack(samples[7]).size(), plain.pack(samples[7]).size());
  EXPECT_EQ(plain.unpack(trained.pack(samples[7])), std::nullopt) << "of another dictionary";
}

TEST(ArticleCodec, HasNoDictionaryOfAFewArticles) {
  EXPECT_EQ(ArticleCodec::train({serialize(article_number(1)), serialize(article_number(2))}), "");
}

TEST(ArticleCodec, UnpacksNothingFromOtherBytes) {
  const ArticleCodec codec("");
  const std::string whole = codec.pack(std::string(500, 'a') + "bc");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(codec.unpack(whole.substr(0, size)), std::nullopt) << size;
  }
  EXPECT_EQ(codec.unpack("không phải"), std::nullopt);
}

}  // namespace
}  // namespace tracuu
