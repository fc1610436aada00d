#include "server/web/page_frame.h"

#include <gtest/gtest.h>

#include "server/web/assets.h"
#include "tests/server/web/markup.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(PageFrame, FillsEachPlaceOnceAndDoesNotReadValuesAgain) {
  EXPECT_EQ(filled("<{{a}}-{{b}}-{{a}}>", {{"a", "{{b}}"}, {"b", "2"}}), "<{{b}}-2-{{b}}>");
  EXPECT_EQ(filled("{{unknown}}.", {}), ".");
  EXPECT_EQ(filled("{{open", {{"open", "x"}}), "{{open");
  EXPECT_EQ(filled("", {}), "");
}

TEST(PageFrame, KeepsTheQuestionAndItsFiltersInTheForm) {
  PageFrame frame;
  frame.page = "search";
  frame.q = "nghị quyết \"36\"";
  frame.title = frame.q;
  frame.kept = {{"province", "Hải Phòng"}, {"province", "Huế"}};
  const std::string html = render_page(frame);
  EXPECT_TRUE(has(html, "value=\"nghị quyết &quot;36&quot;\""));
  EXPECT_TRUE(has(html, "<title>nghị quyết &quot;36&quot; – Tra Cứu</title>"));
  EXPECT_TRUE(has(html, "<input type=\"hidden\" name=\"province\" value=\"Hải Phòng\">"));
  EXPECT_TRUE(has(html, "<input type=\"hidden\" name=\"province\" value=\"Huế\">"));
}

TEST(PageFrame, LoadsTheScriptOfItsPageAndNothingInline) {
  PageFrame frame;
  frame.page = "article";
  frame.language = Language::kEnglish;
  const std::string html = render_page(frame);
  EXPECT_TRUE(has(html, "<script type=\"module\" src=\"" + versioned("/page/article_page.js") +
                            "\"></script>"));
  EXPECT_TRUE(has(html, "<link rel=\"modulepreload\" href=\"" + versioned("/page/dom.js") + "\">"));
  EXPECT_TRUE(has(html, "<title>Tra Cứu</title>"));
  EXPECT_TRUE(has(html, "lang=\"vi\">Tiếng Việt</a>"));
  EXPECT_FALSE(has(html, "{{"));
  EXPECT_FALSE(has(html, "<style"));
  EXPECT_FALSE(has(html, " style="));
}

TEST(PageFrame, HostileTextsStayText) {
  const auto page_of = [](const std::string& text) {
    PageFrame frame;
    frame.page = "search";
    frame.title = text;
    frame.q = text;
    frame.other_language = "/?q=" + text;
    frame.feed = "/api/v1/feed.atom?q=" + text;
    frame.kept = {{"source", text}};
    return render_page(frame);
  };
  const std::string harmless = page_of("chữ");
  for (const TableRow& row : read_table("hostile_texts.tsv")) {
    const std::string html = page_of(std::string(row[0]));
    expect_same_markup(html, harmless, row);
  }
}

}  // namespace
}  // namespace tracuu
