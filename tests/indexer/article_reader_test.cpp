#include "indexer/article_reader.h"

#include <gtest/gtest.h>

namespace tracuu {
namespace {

Result<ReadArticle> read(std::string_view text) {
  RawPage page;
  page.id = "x";
  page.file = "x.txt";
  page.text = text;
  return read_article(std::move(page));
}

TEST(ArticleReader, TakesAPageThroughEveryStage) {
  const auto article = read(
      "Lạng Sơn khai trương cổng dịch vụ công\nNgày đăng: 05/09/2014\n\n"
      "Sáng 04/9, UBND tỉnh Lạng Sơn khai trương cổng dịch vụ công theo Quyết định số 12/QĐ-UBND "
      "ngày 02/01/2014.\n");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->article.primary_province, "Lạng Sơn");
  ASSERT_EQ(article->article.documents.size(), 1U);
  EXPECT_EQ(article->article.documents[0].key(), "12/QĐ-UBND@2014-01-02@Lạng Sơn");
  EXPECT_EQ(article->article.entities.dates.size(), 2U);
}

TEST(ArticleReader, SpellsSourceAndAuthorInOneWay) {
  const auto article = read(
      "Lạng Sơn khai trương cổng dịch vụ công\nNgày đăng: 05/09/2014\n\n"
      "UBND tỉnh Lạng Sơn khai trương cổng dịch vụ công trực tuyến phục vụ người dân.\n\n"
      "(Nguồn: Báo La\u0323ng Sơn)\n");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->article.source, "Báo Lạng Sơn");
}

TEST(ArticleReader, SaysWhyAPageIsNoArticle) {
  const auto article = read("Trang chủ Trang chủ\n");
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().message, "page: no article text found");
}

}  // namespace
}  // namespace tracuu
