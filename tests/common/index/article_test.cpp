#include "common/index/article.h"

#include <gtest/gtest.h>

#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Article full_article() {
  Article article = sample_article(
      "lang-son-36", "Lạng Sơn triển khai Nghị quyết số 36-NQ/TW ngày 01/7/2014",
      "Chiều 3/9, ông Hoàng Văn Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn chủ trì hội nghị.",
      day_of("2014-09-04"), "Lạng Sơn");
  article.url = "http://langson.gov.vn/tin/36";
  article.source = "langson.gov.vn";
  article.author = "Minh Đức";
  article.published_evidence = "04/09/2014 08:15";
  article.charset = "UTF-8";
  article.content_hash = "0123456789abcdef";
  article.documents = {{.number = "36-NQ/TW",
                        .type_name = "Nghị quyết",
                        .date = PartialDate::of(day_of("2014-07-01")),
                        .province = "",
                        .title = "công nghệ thông tin",
                        .confidence = 0.9F,
                        .reason = "date written beside it",
                        .mentions = {0}}};
  article.relations = {{0, 0, DocumentRelation::kImplements, 0, 0}};
  return article;
}

TEST(Article, ComesBackAsItWasStored) {
  const Article article = full_article();
  ASSERT_FALSE(article.entities.officials.empty());
  ASSERT_FALSE(article.entities.documents.empty());
  const Result<Article> read = deserialize(serialize(article));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, article);
}

TEST(Article, ComesBackWithoutADate) {
  const Article article = sample_article("x", "Tiêu đề", "");
  const Result<Article> read = deserialize(serialize(article));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->published, std::nullopt);
  EXPECT_EQ(read->body(), "");
}

TEST(Article, EveryCutOfAStoredArticleIsRefused) {
  const std::string stored = serialize(full_article());
  for (std::size_t size = 0; size < stored.size(); ++size) {
    const ExactText cut(std::string_view(stored).substr(0, size));
    EXPECT_FALSE(deserialize(cut)) << size;
  }
}

TEST(Article, DamagedBytesNeverCrash) {
  const std::string stored = serialize(full_article());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    std::string damaged = stored;
    damaged[i] = static_cast<char>(damaged[i] ^ 0xFF);
    const ExactText exact(damaged);
    const Result<Article> read = deserialize(exact);
    if (read) {
      EXPECT_LE(read->title_size, read->text.size());
    }
  }
}

TEST(Article, WhatPointsOutOfItIsRefused) {
  const auto refused = [](const auto& damage) {
    Article article = full_article();
    damage(article);
    return !deserialize(serialize(article));
  };
  EXPECT_FALSE(refused([](Article&) {}));
  EXPECT_TRUE(refused([](Article& article) { article.documents[0].mentions = {9}; }));
  EXPECT_TRUE(refused([](Article& article) { article.relations[0].to = 1; }));
  EXPECT_TRUE(refused([](Article& article) { article.relations[0].from_mention = 9; }));
  EXPECT_TRUE(refused([](Article& article) { article.entities.dates[0].span.end = 9999; }));
  EXPECT_TRUE(refused([](Article& article) { article.entities.officials[0].span.begin = 9999; }));
}

TEST(Article, RefusesAnotherFormatWithWhatToDo) {
  const Result<Article> read = deserialize("\x7F");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message,
            "article: not in the stored form of this version, rebuild the index");
}

TEST(Article, TitleAndBodyAreTheTwoPartsOfTheText) {
  const Article article = sample_article("x", "Tiêu đề", "Dòng một.\nDòng hai.");
  EXPECT_EQ(article.title(), "Tiêu đề");
  EXPECT_EQ(article.body(), "Dòng một.\nDòng hai.");
}

TEST(Article, ListsEachProvinceOnceInOrder) {
  Article article;
  for (const char* name : {"Nghệ An", "Hà Tĩnh", "Nghệ An"}) {
    article.entities.provinces.push_back(
        {.span = {}, .province = name, .evidence = ProvinceEvidence::kName, .local_cue = false});
  }
  EXPECT_EQ(mentioned_provinces(article), (std::vector<std::string>{"Nghệ An", "Hà Tĩnh"}));
}

TEST(Article, JoinsThePostsOfOnePerson) {
  Article article;
  article.entities.officials = {
      {{}, "Lò Văn Mừng", {{"Bí thư", "Tỉnh ủy", {}}}},
      {{}, "Lò Văn Mừng", {}},
      {{}, "Lò Văn Mừng", {{"Bí thư", "Tỉnh ủy", {1, 2}}, {"Đại biểu", "Quốc hội", {}}}}};
  const std::vector<OfficialSummary> officials = officials_of(article);
  ASSERT_EQ(officials.size(), 1U);
  ASSERT_EQ(officials[0].posts.size(), 2U);
  EXPECT_EQ(officials[0].posts[1].position, "Đại biểu");
}

TEST(DocumentIdentity, HasNoKeyWhileItIsOpen) {
  DocumentIdentity identity;
  identity.number = "36-NQ/TW";
  EXPECT_EQ(identity.key(), "");
}

TEST(DocumentIdentity, KeyTellsHomonymsApart) {
  DocumentIdentity identity;
  identity.number = "10-NQ/TU";
  identity.confidence = 1;
  identity.date = PartialDate::of(day_of("2013-12-27"));
  identity.province = "Hải Phòng";
  EXPECT_EQ(identity.key(), "10-NQ/TU@2013-12-27@Hải Phòng");
}

}  // namespace
}  // namespace tracuu
