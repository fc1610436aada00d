#include "server/web/result_list.h"

#include <gtest/gtest.h>

#include "server/api/html_text.h"
#include "tests/server/web/markup.h"
#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Hit hit_of(const std::string& id, const std::string& title, const std::string& snippet) {
  return {.article = sample_article(id, title, snippet, day_of("2018-05-15"), "Hải Phòng"),
          .title = {title, {}},
          .snippet = {snippet, {}}};
}

/// What the router makes of the parameters of an address.
SearchRequest asked(const UrlParameters& parameters) {
  return *parse_search_request(parameters);
}

SearchResult result_of(std::uint64_t total) {
  SearchResult result;
  result.total = total;
  result.total_groups = total;
  for (int number = 0; number < 10 && number < static_cast<int>(total); ++number) {
    result.hits.push_back(hit_of("bai-" + std::to_string(number), "Tiêu đề", "Đoạn"));
  }
  return result;
}

TEST(ResultList, ShowsHitsWithTheirMarksAsLinks) {
  const SearchRequest request = asked({{"q", "nghị quyết"}});
  SearchResult result = result_of(1);
  result.hits[0].snippet = {"Theo nghị quyết", {{5, 17}}};
  const std::string html = search_page(request, result);
  EXPECT_TRUE(has(html, "<h1 id=\"count\">1 bài</h1>"));
  EXPECT_TRUE(has(html, "<h2 lang=\"vi\"><a href=\"/articles/bai-0\">Tiêu đề</a></h2>"));
  EXPECT_TRUE(has(html, "Theo <mark>nghị quy"));
  EXPECT_TRUE(has(html, "<time datetime=\"2018-05-15\">15/05/2018</time>"));
}

TEST(ResultList, SaysHowManyThereAreWithReprintsOnce) {
  SearchResult result = result_of(3);
  result.total_groups = 2;
  EXPECT_TRUE(has(search_page(SearchRequest{}, result),
                  "<h1 id=\"count\">3 bài <small>(2 khi gộp bài đăng lại)</small></h1>"));
  SearchRequest all;
  all.collapse = false;
  EXPECT_TRUE(has(search_page(all, result), "<h1 id=\"count\">3 bài</h1>"));
}

TEST(ResultList, PagesAreLinksThatKeepTheQuestion) {
  const SearchRequest request =
      asked({{"q", "a & b"}, {"offset", "10"}, {"province", "Hải Phòng"}});
  const std::string html = search_page(request, result_of(35));
  EXPECT_TRUE(has(html, "<ol id=\"hits\" class=\"hits\" start=\"11\">"));
  EXPECT_TRUE(
      has(html, "href=\"/?q=a%20%26%20b&amp;province=H%E1%BA%A3i%20Ph%C3%B2ng\" rel=\"prev\""));
  EXPECT_TRUE(has(html, "province=H%E1%BA%A3i%20Ph%C3%B2ng&amp;offset=20\" rel=\"next\""));
  EXPECT_FALSE(has(search_page(SearchRequest{}, result_of(3)), "rel=\"next\""));
}

TEST(ResultList, BehindTheEndTheWayBackIsToTheLastPage) {
  SearchResult result = result_of(35);
  result.hits.clear();
  const std::string html = search_page(asked({{"q", "a"}, {"offset", "2000"}}), result);
  EXPECT_TRUE(has(html, "href=\"/?q=a&amp;offset=30\" rel=\"prev\""));
  EXPECT_FALSE(has(html, "rel=\"next\""));
}

TEST(ResultList, EveryReadingCanBeUndone) {
  const SearchRequest request = asked({{"q", "nq 36"}, {"lang", "en"}});
  SearchResult result = result_of(1);
  result.query.chips.push_back({"document", "NQ 36", "Nghị quyết 36", {0, 5}, "\"nq 36\""});
  result.relaxed = "Few articles have all words.";
  result.correction = QueryCorrection{"nghị quyết", "Did you mean “nghị quyết”?", false};
  const std::string html = search_page(request, result);
  EXPECT_TRUE(has(html, "<li>Nghị quyết 36 <a href=\"/?q=%22nq%2036%22&amp;lang=en\">"));
  EXPECT_TRUE(has(html, "<p class=\"note\">Few articles have all words.</p>"));
  EXPECT_TRUE(has(html, "&amp;lang=en\">Did you mean “nghị quyết”?</a>"));
  result.correction->applied = true;
  EXPECT_TRUE(has(search_page(request, result), "<p class=\"note\">Did you mean"));
}

TEST(ResultList, FieldsWithoutScriptDoNotRepeatWhatTheFormKeeps) {
  const SearchRequest request = asked({{"from", "2014"}, {"sort", "newest"}, {"province", "Huế"}});
  const std::string html = search_page(request, result_of(1));
  EXPECT_TRUE(has(html, "id=\"plain-from\" type=\"date\" name=\"from\" value=\"2014-01-01\""));
  EXPECT_TRUE(has(html, "<option value=\"newest\" selected>"));
  EXPECT_TRUE(has(html, "type=\"hidden\" name=\"province\" value=\"Huế\""));
  EXPECT_FALSE(has(html, "type=\"hidden\" name=\"from\""));
  EXPECT_FALSE(has(html, "type=\"hidden\" name=\"sort\""));
}

TEST(ResultList, NothingFoundAndFailuresAreSentences) {
  EXPECT_TRUE(has(search_page(SearchRequest{}, SearchResult{}), "Không có bài nào khớp"));
  const std::string failed = failed_search_page(SearchRequest{}, "from: not a date: '<x>'");
  EXPECT_TRUE(has(failed, "from: not a date: &#39;&lt;x&gt;&#39;"));
}

TEST(ResultList, SaysWhatIsSearchedUntilSomethingIsAsked) {
  const std::string start = search_page(SearchRequest{}, result_of(3));
  EXPECT_TRUE(has(start, "<p id=\"intro\" class=\"intro\">Tìm trong tin"));
  for (const UrlParameters& parameters :
       {UrlParameters{{"q", "a"}}, UrlParameters{{"from", "2014"}},
        UrlParameters{{"year", "2014"}}}) {
    EXPECT_TRUE(has(search_page(asked(parameters), result_of(3)), "class=\"intro\" hidden>"));
  }
}

TEST(ResultList, TellsAtTheFootWhatTheIndexHolds) {
  SearchResult result = result_of(1);
  result.index = {"gen-000001", "2026-11-22T05:36:00Z", 1204};
  EXPECT_TRUE(has(search_page(SearchRequest{}, result),
                  "<li>1.204 bài, chỉ mục dựng ngày 22/11/2026</li>"));
  EXPECT_TRUE(has(search_page(asked({{"lang", "en"}}), result),
                  "<li>1,204 articles, index built on 22/11/2026</li>"));
}

TEST(ResultList, HostileTextsStayText) {
  const auto page_of = [](const std::string& text) {
    SearchRequest request;
    request.q = text;
    request.filters = {{FieldId::kSource, {text}}};
    SearchResult result;
    result.total = 1;
    result.total_groups = 1;
    result.hits.push_back(hit_of(text, text, text));
    result.hits[0].article.source = text;
    result.hits[0].article.url = "https://" + text;
    result.hits[0].article.about = {text};
    result.query.chips.push_back({"phrase", text, text, {0, 0}, text});
    result.relaxed = text;
    result.correction = QueryCorrection{text, text, false};
    return search_page(request, result);
  };
  const std::string harmless = page_of("chữ");
  for (const TableRow& row : read_table("hostile_texts.tsv")) {
    const std::string html = page_of(std::string(row[0]));
    expect_same_markup(html, harmless, row);
    EXPECT_TRUE(has(html, html_escaped(row[0]))) << row;
  }
}

}  // namespace
}  // namespace tracuu
