#include "server/api/atom_view.h"

#include <gtest/gtest.h>

#include "server/query/list_parameters.h"
#include "tests/server/api/sample_hits.h"

namespace tracuu {
namespace {

constexpr std::string_view kBase = "https://tracuu.example";

SearchRequest feeding(const UrlParameters& parameters = {}) {
  return *parse_search_request(parameters, kFeedParameters);
}

std::size_t count_of(std::string_view text, std::string_view piece) {
  std::size_t count = 0;
  for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) {
    ++count;
  }
  return count;
}

TEST(QuestionInWords, SaysWhatIsAskedFor) {
  EXPECT_EQ(question_in_words(feeding()), "");
  EXPECT_EQ(question_in_words(feeding({{"q", "nghị quyết 36"},
                                       {"province", "hai phong"},
                                       {"province", "Nghệ An"},
                                       {"from", "2014-07"},
                                       {"to", "2018"}})),
            "nghị quyết 36 · Địa phương: Hải Phòng, Nghệ An · từ 2014-07-01 · đến 2018-12-31");
  EXPECT_EQ(question_in_words(feeding({{"document", "36-NQ/TW"}, {"lang", "en"}})),
            "Document: 36-NQ/TW");
}

TEST(AtomView, GivesEveryArticleAnIdThatNoHostAndNoQuestionChanges) {
  EXPECT_EQ(entry_id("hp 1/2"), "tag:tracuu,2026:article:hp%201%2F2");
  for (const char* base : {"http://127.0.0.1:8080", "https://tracuu.example"}) {
    const std::string feed = atom_feed(feeding({{"q", "x"}}), two_hits(), base);
    EXPECT_EQ(count_of(feed, "<id>tag:tracuu,2026:article:hp%201%2F2</id>"), 1U);
  }
}

TEST(AtomView, LinksToItselfToThePageAndToTheNextArticles) {
  const std::string feed =
      atom_feed(feeding({{"q", "số & <dữ liệu>"}, {"limit", "2"}}), two_hits(), kBase);
  const std::string asked = "q=s%E1%BB%91%20%26%20%3Cd%E1%BB%AF%20li%E1%BB%87u%3E";
  EXPECT_NE(feed.find("rel=\"self\" type=\"application/atom+xml\" "
                      "href=\"https://tracuu.example/api/v1/feed.atom?" +
                      asked + "&amp;limit=2\""),
            std::string::npos)
      << feed;
  EXPECT_NE(feed.find("rel=\"alternate\" type=\"text/html\" href=\"https://tracuu.example/?" +
                      asked + "&amp;sort=newest\""),
            std::string::npos)
      << feed;
  EXPECT_NE(feed.find("rel=\"next\""), std::string::npos) << feed;
  EXPECT_NE(feed.find("<title>Tra Cứu: số &amp; &lt;dữ liệu&gt;</title>"), std::string::npos);
  SearchResult last = two_hits();
  last.total_groups = 2;
  EXPECT_EQ(atom_feed(feeding({{"q", "x"}}), last, kBase).find("rel=\"next\""), std::string::npos);
}

TEST(AtomView, PagesOfOneFeedAreOneFeed) {
  const auto id = [](const UrlParameters& parameters) {
    const std::string feed = atom_feed(feeding(parameters), two_hits(), kBase);
    return feed.substr(feed.find("<id>"), feed.find("</id>") - feed.find("<id>"));
  };
  EXPECT_EQ(id({{"q", "x"}}), id({{"offset", "2"}, {"q", "x"}}));
  EXPECT_NE(id({{"q", "x"}}), id({{"q", "y"}}));
}

TEST(AtomView, MakesUpNoDate) {
  const std::string feed = atom_feed(feeding(), two_hits(), kBase);
  EXPECT_EQ(count_of(feed, "<published>2018-05-15T00:00:00+07:00</published>"), 1U);
  EXPECT_EQ(count_of(feed, "<updated>2018-05-15T00:00:00+07:00</updated>"), 1U);
  EXPECT_EQ(count_of(feed, "<updated>1970-01-01T00:00:00Z</updated>"), 1U) << "the undated one";
  EXPECT_EQ(count_of(feed, "<published>"), 1U);
  EXPECT_EQ(count_of(feed, "<updated>2026-11-22T05:36:00Z</updated>"), 1U) << "of the feed";
}

TEST(AtomView, LinksToTheOriginalOnlyWhereItIsAnAddress) {
  SearchResult result = two_hits();
  result.hits[1].article.url = "javascript:alert(1)";
  const std::string feed = atom_feed(feeding(), result, kBase);
  EXPECT_NE(feed.find("href=\"https://haiphong.gov.vn/a?b=1&amp;c=2\""), std::string::npos);
  EXPECT_EQ(feed.find("javascript"), std::string::npos);
  EXPECT_NE(feed.find("href=\"https://tracuu.example/api/v1/articles/b\""), std::string::npos);
}

TEST(AtomView, EscapesSnippetsTwiceAsHtmlAndOnceAsText) {
  const std::string html = atom_feed(feeding(), two_hits(), kBase);
  EXPECT_NE(html.find("<summary type=\"html\">&lt;mark&gt;Ông&lt;/mark&gt; &amp;lt;Nam&amp;gt;"),
            std::string::npos)
      << html;
  const std::string text = atom_feed(feeding({{"highlight", "none"}}), two_hits(), kBase);
  EXPECT_NE(text.find("<summary type=\"text\">Ông &lt;Nam&gt;"), std::string::npos) << text;
}

}  // namespace
}  // namespace tracuu
