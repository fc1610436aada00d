#include "server/web/article_facts.h"

#include <gtest/gtest.h>

#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(ArticleFacts, LinkOnlyToAddressesOfTheWeb) {
  for (const TableRow& row : read_table("web_addresses.tsv")) {
    EXPECT_EQ(is_web_address(row[0]), row[1] == "yes") << row << row[2];
  }
}

TEST(ArticleFacts, SayWhatIsKnownAndThatADateIsNot) {
  Article article = sample_article("a", "Tin", "Bài", day_of("2018-05-15"), "Huế");
  article.source = "Báo <b>Huế</b>";
  article.url = "https://baohue.vn/?a=1&b=2";
  const std::string html = facts_html(article, texts_in(Language::kVietnamese));
  EXPECT_NE(html.find("<time datetime=\"2018-05-15\">15/05/2018</time>"), html.npos);
  EXPECT_NE(html.find("<span>Báo &lt;b&gt;Huế&lt;/b&gt;</span>"), html.npos);
  EXPECT_NE(html.find("<span>Huế</span>"), html.npos);
  EXPECT_NE(html.find("href=\"https://baohue.vn/?a=1&amp;b=2\""), html.npos);

  article.published.reset();
  article.url = "javascript:alert(1)";
  const std::string undated = facts_html(article, texts_in(Language::kEnglish));
  EXPECT_NE(undated.find("no publication date"), undated.npos);
  EXPECT_EQ(undated.find("javascript"), undated.npos);
}

}  // namespace
}  // namespace tracuu
