#include "server/search/official_page.h"

#include <gtest/gtest.h>

#include "server/search/post_history.h"
#include "server/search/searcher.h"
#include "tests/server/query/url_parameters.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

/// An article of a province in which people have posts: "Lê Nam: Giám đốc | Sở Y tế".
Article naming(std::string_view id, std::string_view day, std::string_view province,
               const std::vector<std::array<std::string, 3>>& officials) {
  Article article = plain_article(id, "Tin", "Ông Lê Nam phát biểu. Ông Lê Nam kết luận.", day);
  article.about = {std::string(province)};
  article.primary_province = province;
  for (const auto& [name, position, organisation] : officials) {
    name_official(article, name, {6, 14});
    if (!position.empty()) {
      article.entities.officials.back().posts.push_back({position, organisation, {6, 14}});
    }
  }
  return article;
}

std::vector<Article> articles() {
  std::vector<Article> all;
  all.push_back(naming("a1", "2012-01-10", "Cà Mau", {{"Lê Nam", "Giám đốc", "Sở Nội vụ"}}));
  all.push_back(naming("a2", "2015-03-10", "Cà Mau", {{"Lê Nam", "Phó Chủ tịch", "UBND tỉnh"}}));
  all.push_back(
      naming("a3", "2016-03-10", "Cà Mau", {{"Lê Nam", "Phó Chủ tịch", "UBND tỉnh Cà Mau"}}));
  all.push_back(naming("b1", "2015-05-05", "Sơn La", {{"Lê Nam", "Trưởng phòng", "Phòng CNTT"}}));
  all.push_back(naming("c1", "2017-01-01", "Sơn La", {{"Lê Năm", "Chủ tịch", "UBND tỉnh"}}));
  all.push_back(naming("d1", "2018-01-01", "Sơn La",
                       {{"Trần Bình", "Bí thư", "Tỉnh ủy Sơn La"},
                        {"Trần Bình", "nguyên Thứ trưởng", "Bộ Nội vụ"}}));
  all.push_back(naming("d2", "2010-01-01", "Cà Mau", {{"Trần Bình", "Thứ trưởng", "Bộ Nội vụ"}}));
  cite_paper(all[1], "36-NQ/TW", "2014-07-01");
  return all;
}

class OfficialPages : public testing::Test {
 protected:
  OfficialPages() : index_(articles()), searcher_(std::move(*Searcher::open(index_.path()))) {}

  OfficialAnswer ask(std::string_view name, std::string_view parameters = {}) const {
    const auto request = parse_official_request(name, parameters_of(parameters));
    EXPECT_TRUE(request);
    return searcher_.official(*request, Deadline::in(std::chrono::minutes(1)));
  }

  SampleIndex index_;
  Searcher searcher_;
};

std::string described(const std::vector<OfficialPerson>& people) {
  std::string out;
  for (const OfficialPerson& person : people) {
    out += out.empty() ? "" : " / ";
    for (const PostSpell& post : person.posts) {
      out += &post == &person.posts.front() ? "" : ", ";
      out += post.position + ' ' + post.organisation + " (" + post.province + ") " +
             to_iso(PartialDate::of(*post.first)).substr(0, 7) + ".." +
             to_iso(PartialDate::of(*post.last)).substr(0, 7) + " x" +
             std::to_string(post.articles);
    }
  }
  return out;
}

TEST_F(OfficialPages, TellPostsOverTimeAndKeepNamesakesApart) {
  const OfficialPage page = *ask("Lê Nam").page;
  EXPECT_EQ(page.total, 4U);
  EXPECT_EQ(page.read, 4U);
  EXPECT_EQ(described(page.people),
            "Giám đốc Sở Nội vụ (Cà Mau) 2012-01..2012-01 x1, "
            "Phó Chủ tịch UBND tỉnh Cà Mau (Cà Mau) 2015-03..2016-03 x2 / "
            "Trưởng phòng Phòng CNTT (Sơn La) 2015-05..2015-05 x1");
  EXPECT_EQ(page.people[0].posts[1].earliest.id, "a2");
  EXPECT_EQ(page.people[0].posts[1].latest.id, "a3");
  EXPECT_NE(page.people[0].posts[1].earliest.sentence.find("Lê Nam"), std::string::npos);
  EXPECT_EQ(page.same_letters, std::vector<std::string>{"Lê Năm"});
}

TEST_F(OfficialPages, JoinPostsThatOneArticleGivesToOnePerson) {
  EXPECT_EQ(described(ask("Trần Bình").page->people),
            "Thứ trưởng Bộ Nội vụ () 2010-01..2010-01 x1, "
            "Bí thư Tỉnh ủy Sơn La (Sơn La) 2018-01..2018-01 x1, "
            "nguyên Thứ trưởng Bộ Nội vụ () 2018-01..2018-01 x1");
}

TEST_F(OfficialPages, FindANameTypedWithoutMarks) {
  EXPECT_EQ(ask("tran binh").page->name, "Trần Bình");
  EXPECT_EQ(ask("le nam").page->name, "Lê Nam") << "of two, who stands in most articles";
}

TEST_F(OfficialPages, CountUnderFilters) {
  EXPECT_EQ(ask("Lê Nam", "province=ca mau").page->total, 3U);
  EXPECT_EQ(ask("Lê Nam", "document=36-NQ/TW").page->total, 1U);
  EXPECT_EQ(ask("Lê Nam", "year=2015").page->total, 2U);
  EXPECT_EQ(ask("Lê Nam", "limit=1").page->newest.size(), 1U);
  const OfficialPage page = *ask("Lê Nam").page;
  ASSERT_EQ(page.beside[0].values.size(), 2U);
  EXPECT_EQ(page.beside[0].values[0].value, "Cà Mau");
  EXPECT_EQ(page.beside[0].values[0].count, 3U);
  EXPECT_EQ(page.beside[1].values[0].value, "36-NQ/TW");
}

TEST_F(OfficialPages, NameTheNearestForANameThatNobodyHas) {
  const OfficialAnswer answer = ask("Trần Bìn");
  EXPECT_FALSE(answer.page);
  EXPECT_EQ(answer.nearest.front(), "Trần Bình");
}

}  // namespace
}  // namespace tracuu
