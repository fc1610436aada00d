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

TEST(ArticleReader, AGivenProvinceWins) {
  const struct {
    const char* given;
    const char* province;
    const char* reason;
  } cases[] = {
      {"31", "Hải Phòng", "a code of the General Statistics Office"},
      {"8", "Tuyên Quang", "the same without its 0"},
      {"tp hai phong", "Hải Phòng", "a name in any writing"},
      {"3", "Nghệ An", "no province has the code: the text says"},
      {"Miền Trung", "Nghệ An", "no province: the text says"},
  };
  for (const auto& row : cases) {
    RawPage page;
    page.id = "x";
    page.title = "Tỉnh Nghệ An họp";
    page.text = "UBND tỉnh Nghệ An tổng kết chương trình của tỉnh.";
    page.text_only = true;
    page.province = row.given;
    const Result<ReadArticle> read = read_article(std::move(page));
    ASSERT_TRUE(read) << row.reason;
    EXPECT_EQ(read->article.primary_province, row.province) << row.reason;
    EXPECT_EQ(read->article.about, std::vector<std::string>{row.province}) << row.reason;
  }
}

}  // namespace
}  // namespace tracuu
