#include "server/web/entity_page.h"

#include <gtest/gtest.h>

#include "server/api/html_text.h"
#include "tests/server/web/markup.h"
#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

ArticleNote note_of(const std::string& text) {
  ArticleNote note;
  note.id = text;
  note.title = text;
  note.source = text;
  note.provinces = {text};
  note.sentence = text;
  return note;
}

PaperGroup paper_of(const std::string& text) {
  PaperGroup group;
  group.paper.number = text;
  group.paper.identity = text;
  group.paper.province = text;
  group.paper.title = text;
  group.paper.count = 2;
  group.facts = {{"issuer", text, "table", {}}, {"issuer", text, "article", {}}};
  return group;
}

DocumentAnswer document_of(const std::string& text) {
  DocumentPage page;
  page.number = text;
  page.label = text;
  page.total = 2;
  page.papers = {paper_of(text), paper_of(text)};
  page.newest.emplace_back().note = note_of(text);
  DocumentAnswer answer;
  answer.page = page;
  return answer;
}

OfficialAnswer official_of(const std::string& text) {
  PostSpell spell;
  spell.position = text;
  spell.organisation = text;
  spell.province = text;
  spell.articles = 1;
  spell.latest = note_of(text);
  OfficialPage page;
  page.name = text;
  page.total = 1;
  page.people = {{{spell}}};
  page.newest = {note_of(text)};
  OfficialAnswer answer;
  answer.page = page;
  return answer;
}

int times(std::string_view html, std::string_view part) {
  int found = 0;
  for (std::size_t at = html.find(part); at != html.npos; at = html.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST(EntityPage, SaysEachFactOnceHoweverManySayIt) {
  const std::string html = document_page(DocumentRequest{}, document_of("chữ"), "/");
  EXPECT_EQ(times(html, "<dt>Cơ quan ban hành</dt><dd>chữ</dd>"), 2) << "once for each paper";
  EXPECT_TRUE(has(html, "<p class=\"facts\"><span>2 văn bản mang số này</span></p>"));
}

TEST(EntityPage, NamesAKindOfFactOnceAboveAllItsValues) {
  DocumentAnswer answer = document_of("chữ");
  answer.page->papers.resize(1);
  answer.page->papers[0].facts = {{"issuer", "Bộ Chính trị", "table", {}},
                                  {"date", "2014-07-01", "article", {}},
                                  {"issuer", "Ban Chấp hành Trung ương", "number", {}}};
  EXPECT_TRUE(has(document_page(DocumentRequest{}, answer, "/"),
                  "<dt>Cơ quan ban hành</dt><dd>Bộ Chính trị</dd><dd>Ban Chấp hành Trung ương</dd>"
                  "<dt>Ngày ban hành</dt><dd>01/07/2014</dd>"));
}

TEST(EntityPage, ShowsFromWhenToWhenAPostWasHeld) {
  OfficialAnswer answer = official_of("Lê Khắc Nam");
  PostSpell& spell = answer.page->people[0].posts[0];
  EXPECT_TRUE(
      has(official_page(OfficialRequest{}, answer, "/"), "<span>không rõ ngày đăng</span>"));
  spell.first = day_of("2014-10-29");
  spell.last = spell.first;
  EXPECT_TRUE(has(official_page(OfficialRequest{}, answer, "/"), "<span>29/10/2014</span>"));
  spell.last = day_of("2018-05-15");
  EXPECT_TRUE(
      has(official_page(OfficialRequest{}, answer, "/"), "<span>29/10/2014 – 15/05/2018</span>"));
}

TEST(EntityPage, AddressesOfTheApiBecomeThoseOfPages) {
  EXPECT_EQ(page_of("/api/v1/documents/36-NQ%2FTW?identity=a"), "/documents/36-NQ%2FTW?identity=a");
  EXPECT_EQ(page_of("/documents/36"), "/documents/36");
}

TEST(EntityPage, HostileTextsStayText) {
  const auto pages_of = [](const std::string& text) {
    DocumentRequest document;
    document.asked = text;
    document.number = text;
    OfficialRequest official;
    official.name = text;
    DocumentAnswer open;
    open.candidates = {{text, text, text, 1}, {text, "", text, 1}};
    DocumentAnswer missing;
    missing.nearest = {text};
    return document_page(document, document_of(text), "/" + text) +
           document_page(document, open, "/") + document_page(document, missing, "/") +
           official_page(official, official_of(text), "/") +
           failed_entity_page(Language::kEnglish, "document", text, text, "/");
  };
  const std::string harmless = pages_of("chữ");
  for (const TableRow& row : read_table("hostile_texts.tsv")) {
    const std::string html = pages_of(std::string(row[0]));
    expect_same_markup(html, harmless, row);
    EXPECT_TRUE(has(html, html_escaped(row[0]))) << row;
  }
}

}  // namespace
}  // namespace tracuu
