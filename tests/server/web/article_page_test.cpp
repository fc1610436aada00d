#include "server/web/article_page.h"

#include <gtest/gtest.h>

#include "server/api/html_text.h"
#include "tests/server/web/markup.h"
#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(ArticlePage, ShowsTheTextALineAParagraphWithoutTheTitleTwice) {
  const std::string html =
      article_page(sample_article("lang-son", "Lạng Sơn họp", "Dòng một.\n\nDòng hai.",
                                  std::nullopt, "Lạng Sơn"),
                   Language::kVietnamese, "/articles/lang-son?lang=en");
  EXPECT_TRUE(has(html, "<title>Lạng Sơn họp – Tra Cứu</title>"));
  EXPECT_TRUE(has(html, "<h1 id=\"title\" lang=\"vi\">Lạng Sơn họp</h1>"));
  EXPECT_TRUE(has(html, "<p>Dòng một.</p>\n<p>Dòng hai.</p>"));
  EXPECT_FALSE(has(html, "<p>Lạng Sơn họp</p>"));
  EXPECT_TRUE(has(html, "<html lang=\"vi\">"));
  EXPECT_TRUE(has(html, "href=\"/articles/lang-son?lang=en\" hreflang=\"en\""));
}

TEST(ArticlePage, AnArticleWithoutATitleIsCalledByItsId) {
  const std::string html = article_page(sample_article("x-1", "", "Chữ"), Language::kEnglish, "/");
  EXPECT_TRUE(has(html, "<h1 id=\"title\" lang=\"vi\">x-1</h1>"));
  EXPECT_TRUE(has(html, "<html lang=\"en\">"));
}

TEST(ArticlePage, HostileTextsStayText) {
  const std::string harmless =
      article_page(sample_article("a", "tiêu đề", "nội dung"), Language::kVietnamese, "/");
  for (const TableRow& row : read_table("hostile_texts.tsv")) {
    const std::string text(row[0]);
    const std::string html =
        article_page(sample_article(text, text, text), Language::kVietnamese, "/articles/" + text);
    EXPECT_TRUE(has(html, "<p>" + html_escaped(text) + "</p>")) << row;
    expect_same_markup(html, harmless, row);
  }
}

TEST(ArticlePage, AMissingArticleIsSaidInThePage) {
  const std::string html = missing_article_page("<x>", Language::kVietnamese, "/");
  EXPECT_TRUE(has(html, "&lt;x&gt;"));
  EXPECT_FALSE(has(html, "<x>"));
}

}  // namespace
}  // namespace tracuu
