#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "indexer/source/html_content.h"
#include "indexer/source/html_guard.h"
#include "indexer/source/html_head.h"
#include "indexer/source/html_tree.h"
#include "indexer/source/linked_article.h"
#include "indexer/source/source.h"
#include "indexer/source/window_title.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

constexpr std::string_view kParagraph =
    "Sáng nay, huyện mở hội nghị đánh giá việc dùng chữ ký số ở cấp xã, với sự có mặt của đại diện "
    "các "
    "phòng, ban và mười bốn xã, thị trấn trên địa bàn.";

std::string text_of(std::string html) {
  const auto page = read_page({RawInput::Format::kHtml, "a", "a.html", std::move(html)});
  return page ? page->text : "rejected: " + page.error().message;
}

HtmlHead head_of(std::string_view html) {
  HtmlTree tree(html);
  drop_furniture(tree);
  return read_head(tree);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

TEST(HtmlPage, MakesLinesOfBlocks) {
  EXPECT_EQ(text_of("<p>Một <b>hai</b>\n ba</p><div>bốn<br>năm</div>sáu"),
            "Một hai ba\nbốn\nnăm\nsáu\n");
  EXPECT_EQ(text_of("<table><tr><td>Một<td>Hai<tr><td>Ba</table>"), "Một\nHai\nBa\n");
  EXPECT_EQ(text_of("<ul><li>Một<li>Hai</ul>"), "Một\nHai\n");
}

TEST(HtmlPage, DecodesEntities) {
  EXPECT_EQ(text_of("<p>Gi&aacute; &ndash; &#7873; &amp; &lt;b&gt;</p>"), "Giá – ề & <b>\n");
}

TEST(HtmlPage, DropsWhatIsNotSeen) {
  EXPECT_EQ(
      text_of("<style>p{}</style><script>if(a<b)x('<p>no</p>')</script><!-- <p>no</p> --><p>Có</p>"
              "<p hidden>no</p><p style='display : none'>no</p><noscript>no</noscript>"),
      "Có\n");
}

TEST(HtmlPage, DropsNavigationAndLinkLists) {
  const std::string text = text_of(
      "<nav>Trang chủ</nav><div><ul><li><a href=1>Tin một</a><li><a href=2>Tin hai</a><li><a "
      "href=3>Tin "
      "ba</a></ul></div><div class='main'><p>" +
      std::string(kParagraph) + "</p></div><aside>Bên lề</aside><footer>Cuối trang</footer>");
  EXPECT_EQ(text, std::string(kParagraph) + "\n");
}

TEST(HtmlPage, KeepsAFormAroundTheWholePage) {
  EXPECT_EQ(text_of("<form id=aspnetForm><div><p>" + std::string(kParagraph) + "</p></div></form>"),
            std::string(kParagraph) + "\n");
}

TEST(HtmlPage, TakesTheHeadingThatStandsBesideTheContent) {
  const std::string side =
      "<div><p>" + repeated("Lời giới thiệu về cổng thông tin của huyện; ", 200) + "</p></div>";
  const std::string text =
      text_of("<body>" + side + "<div><h1>Tiêu đề bài viết</h1></div><div><p>" +
              repeated(std::string(kParagraph) + "</p><p>", 12) + "</p></div></body>");
  EXPECT_TRUE(text.starts_with("Tiêu đề bài viết\n")) << text.substr(0, 80);
}

TEST(HtmlPage, IsDecodedByItsDeclaredCharset) {
  EXPECT_EQ(declared_charset("<meta charset=\"UTF-8\">"), "UTF-8");
  EXPECT_EQ(
      declared_charset("<META http-equiv=Content-Type content='text/html; CHARSET=windows-1258'>"),
      "windows-1258");
  EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='utf-16'?>"), "utf-16");
  EXPECT_EQ(declared_charset("<p>charset</p>"), "");
  EXPECT_EQ(declared_charset("<meta charset="), "");
}

TEST(HtmlPage, SaysWhenNothingIsSeen) {
  EXPECT_EQ(text_of("<script>x</script>"), "rejected: page: no visible text in the HTML");
  EXPECT_EQ(text_of("<div></div>"), "rejected: page: no visible text in the HTML");
}

TEST(HtmlHead, ReadsTitleDateAndAddress) {
  const HtmlHead head = head_of(
      "<head><title>Giao ban - Cổng TTĐT tỉnh X</title><meta property='article:published_time' "
      "content='2019-05-14T17:30:00+07:00'><link rel=canonical href='https://x.vn/1'><meta "
      "property='og:url' "
      "content='https://x.vn/2'></head><body><time datetime='2020-01-01'>1/1</time>");
  EXPECT_EQ(head.title, "Giao ban");
  EXPECT_EQ(head.date, "2019-05-14T17:30:00+07:00");
  EXPECT_EQ(head.url, "https://x.vn/1");
}

TEST(HtmlHead, PrefersTheHeadingAndTheTimeOfThePage) {
  const HtmlHead head = head_of(
      "<title>Khác</title><meta property='og:title' content='Khác nữa'><nav><time "
      "datetime=2001-01-01></time></nav>"
      "<h1>Cổng thông tin điện tử</h1><h1> Giao ban\n tháng 9 </h1><time datetime='2020-01-02'>hôm "
      "kia</time>");
  EXPECT_EQ(head.title, "Giao ban tháng 9");
  EXPECT_FALSE(head.date);
  EXPECT_EQ(head.shown_date, "2020-01-02");
  EXPECT_FALSE(head.url);
}

TEST(HtmlHead, TakesTheSiteOffAWindowTitle) {
  for (const TableRow& row : read_table("page_site_titles.tsv")) {
    EXPECT_EQ(without_site_name(row[0], row[1]), row[2]) << row;
  }
}

std::string script(std::string_view json) {
  return "<script type=\"application/ld+json\">" + std::string(json) + "</script>";
}

TEST(LinkedArticle, ReadsTheFirstArticleOfThePage) {
  const LinkedArticle wanted{"Giao ban & \"bàn giao\"", "2019-05-14", "Lưu Hà", "Báo Bình An"};
  const std::string article =
      R"({"@type":"NewsArticle","headline":"Giao ban &amp; &quot;bàn giao&quot;",)"
      R"("datePublished":"2019-05-14","author":[{"@type":"Person","name":" Lưu Hà "}],)"
      R"("publisher":{"@type":"Organization","name":"Báo Bình An"}})";
  EXPECT_EQ(read_linked_article("<p>a</p>" + script(article)), wanted);
  EXPECT_EQ(read_linked_article(script("[{\"@type\":\"WebSite\"}," + article + "]")), wanted);
  EXPECT_EQ(read_linked_article(script("{\"@graph\":[" + article + "]}")), wanted);
  EXPECT_EQ(read_linked_article(script("{broken") + script(article)), wanted);
}

TEST(LinkedArticle, SaysNothingOfWhatIsNone) {
  const LinkedArticle none;
  EXPECT_EQ(read_linked_article(script(R"({"@type":"BreadcrumbList","name":"x"})")), none);
  EXPECT_EQ(read_linked_article(script(R"({"@type":"Article","author":{"@type":"Organization",)"
                                       R"("name":"Sở Nội vụ"},"headline":12,"publisher":[]})")),
            none);
  EXPECT_EQ(read_linked_article("<p>application/ld+json {\"@type\":\"Article\"}</p>"), none);
  EXPECT_EQ(read_linked_article("<script type=\"application/ld+json\">{\"@type\":"), none);
  EXPECT_EQ(read_linked_article(script("null") + script("[[[[") + script("")), none);
}

TEST(LinkedArticle, IsLinearInDeepAndRepeatedScripts) {
  EXPECT_EQ(read_linked_article(script(repeated("[", 100000))), LinkedArticle());
  EXPECT_EQ(read_linked_article(repeated("<script type=\"application/ld+json\">", 100000)),
            LinkedArticle());
}

TEST(HtmlHead, NamesTheSiteByMarkUpLogoAndWindow) {
  const HtmlHead head = head_of(
      "<title>Giao ban - BinhAnTimes</title><meta property='og:site_name' content='Nhịp sống'>"
      "<meta name='copyright' content='Sở Nội vụ'><header><a href='/'>BinhAn</a><a>b</a></header>");
  EXPECT_EQ(head.site_names, std::vector<std::string>{"Nhịp sống"});
  EXPECT_EQ(head.brands, (std::vector<std::string>{"BinhAn", "BinhAnTimes"}));
  EXPECT_EQ(head.copyright, "Sở Nội vụ");
}

TEST(HtmlPage, TakesASiteThatWritesEachParagraphInADiv) {
  const std::string longest = repeated(std::string(kParagraph) + " ", 6);
  const std::string text =
      text_of("<body><div><div>Tiêu đề bài viết</div><div>13/06/2014</div><div>" + longest +
              "</div><div>" + repeated(std::string(kParagraph) + " ", 5) + "</div><div>" +
              repeated(std::string(kParagraph) + " ", 4) + "</div></div></body>");
  EXPECT_TRUE(text.starts_with("Tiêu đề bài viết\n13/06/2014\n")) << text.substr(0, 80);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 5);
}

TEST(HtmlPage, KeepsTheFootApart) {
  const auto page = read_page({RawInput::Format::kHtml, "a", "a.html",
                               "<div class='main'><p>" + std::string(kParagraph) +
                                   "</p></div><footer>Cổng TTĐT huyện X<br>Điện thoại: "
                                   "1</footer><footer hidden>Không</footer>"});
  ASSERT_TRUE(page);
  EXPECT_EQ(page->foot, (std::vector<std::string>{"Cổng TTĐT huyện X", "Điện thoại: 1"}));
}

TEST(HtmlGuard, KeepsWhatReadersLookAt) {
  EXPECT_EQ(bounded_html("<DIV CLASS='a' onclick=x><B>Một</B></DIV>"),
            "<div class=\"a\">Một</div>");
  EXPECT_EQ(bounded_html("a < b <3"), "a &lt; b &lt;3");
  EXPECT_EQ(bounded_html("<a href=x href=y>z</a>"), "<a href=\"x\">z</a>");
  EXPECT_EQ(bounded_html("</div></p>x</x>"), "</p>x");
  EXPECT_EQ(bounded_html("<script>a</scripty></script>b"), "b");
  EXPECT_EQ(bounded_html("<svg><svg>b"), "b");
}

TEST(HtmlGuard, GivesTextBetweenCellsACell) {
  EXPECT_EQ(bounded_html("<table>x<tr><td>y</table>"), "<table><td>x<tr><td>y</table>");
}

TEST(HtmlGuard, ClosesWhatWasOpenedInBetween) {
  EXPECT_EQ(bounded_html("<div><span>x</div>y"), "<div><span>x</span></div>y");
  EXPECT_EQ(bounded_html("<table><tr><td></div>x</table>"), "<table><tr><td>x</table>");
}

TEST(HtmlGuard, BoundsTheDepth) {
  const std::string bounded =
      bounded_html(repeated("<div>", 100000) + "x" + repeated("</div>", 100000));
  EXPECT_EQ(bounded, repeated("<div>", kMaxHtmlDepth) + "x" + repeated("</div>", kMaxHtmlDepth));
}

// Each of these once took a parser of pages down, by depth or by time.
TEST(HtmlPage, StandsHostilePages) {
  const std::string pages[] = {
      repeated("<div>", 100000) + std::string(kParagraph),
      repeated("<div><p><table><tr><td>x", 20000),
      repeated("<b id=1><i>", 20000) + repeated("<p>x", 50000),
      "<table>" + repeated("x<tr>", 50000),
      "<p " + repeated("a b=1 ", 100000) + ">x",
      repeated("<", 500000),
      repeated("<a href=x><div>tin</a>", 20000),
      repeated("<script>x<svg>", 20000),
      repeated("<a href=\"", 50000),
      repeated("<h1><div>", 3000) + repeated("x ", 100000),
      repeated("<x><div></x></div>", 50000) + "y",
      "<!--" + repeated("-", 500000),
      std::string("<p>a\0b</p>", 10),
  };
  for (const std::string& page : pages) {
    HtmlTree tree(page);
    drop_furniture(tree);
    EXPECT_LE(content_of(tree).text.size(), 4 * page.size()) << page.substr(0, 20);
    EXPECT_FALSE(tree.nodes().empty());
  }
}

TEST(HtmlTree, ReadsNothingPastTheEndOfAPage) {
  const std::string page =
      "<html><head><title>T</title></head><body><div class='a'><p>Một &amp; "
      "hai</p><table><tr><td>x</table></div>";
  for (std::size_t end = 0; end <= page.size(); ++end) {
    if (end < page.size() && (static_cast<unsigned char>(page[end]) & 0xC0) == 0x80) {
      continue;
    }
    const ExactText cut(std::string_view(page).substr(0, end));
    HtmlTree tree{std::string_view(cut)};
    EXPECT_GE(tree.nodes().size(), 1U) << end;
  }
}

}  // namespace
}  // namespace tracuu
