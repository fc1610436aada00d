#include "server/search/page_counts.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "server/search/selection.h"
#include "tests/server/search/sample_index.h"

namespace tracuu {
namespace {

const Deadline kSoon = Deadline::in(std::chrono::minutes(10));

/// Articles about drawn provinces on drawn days, some about none, some undated.
std::vector<Article> drawn_articles() {
  constexpr std::array kProvinces{"Hà Giang", "Tuyên Quang", "Hải Phòng", "Cà Mau"};
  std::mt19937 random(36);
  std::vector<Article> all;
  for (int i = 0; i < 200; ++i) {
    const auto month = 1 + random() % 12;
    const std::string day = "201" + std::to_string(random() % 5) + (month < 10 ? "-0" : "-") +
                            std::to_string(month) + "-1" + std::to_string(random() % 3);
    all.push_back(plain_article(std::to_string(i), "", "x", random() % 6 == 0 ? "" : day));
    for (const char* province : kProvinces) {
      if (random() % 3 == 0) {
        all.back().about.emplace_back(province);
      }
    }
  }
  return all;
}

std::set<std::string> places_of(const Article& article, bool today) {
  std::set<std::string> places;
  for (const std::string& province : article.about) {
    places.insert(today && province == "Hà Giang" ? "Tuyên Quang" : province);
  }
  return places.empty() ? std::set<std::string>{""} : places;
}

class PageCountsOfDrawnArticles : public testing::TestWithParam<ProvinceView> {
 protected:
  PageCountsOfDrawnArticles()
      : articles_(drawn_articles()),
        index_(articles_),
        columns_(Columns::load(index_.open(), *index_.open().removed())) {
    request_.province_view = GetParam();
    all_ = columns_.live();
  }
  bool today() const { return GetParam() == ProvinceView::kToday; }

  std::vector<Article> articles_;
  SampleIndex index_;
  Columns columns_;
  SearchRequest request_;
  ArticleSet all_;
};

TEST_P(PageCountsOfDrawnArticles, AreThoseOfCountingOneByOne) {
  std::map<std::pair<std::string, std::string>, std::uint64_t> months;
  std::map<std::pair<std::string, std::string>, std::uint64_t> years;
  for (const Article& article : articles_) {
    const std::string day =
        article.published ? to_iso(PartialDate::of(*article.published)) : std::string();
    for (const std::string& place : places_of(article, today())) {
      ++months[{place, day.substr(0, 7)}];
      ++years[{place, day.substr(0, 4)}];
    }
  }
  const auto told = [](const std::vector<PlaceCount>& places) {
    std::map<std::pair<std::string, std::string>, std::uint64_t> counts;
    for (const PlaceCount& place : places) {
      EXPECT_TRUE(counts.emplace(std::pair(place.province, place.period), place.count).second);
    }
    return counts;
  };
  const auto by_month = count_places(all_, request_, columns_, kSoon);
  EXPECT_EQ(told(by_month), months);
  EXPECT_EQ(told(by_year(by_month)), years);
}

TEST_P(PageCountsOfDrawnArticles, FindTheFirstArticleOfEachPlace) {
  const Day since = *parse_iso("2012-06-12")->as_day();
  std::map<std::string, Day> first;
  std::map<std::string, Day> first_since;
  const auto keep = [](std::map<std::string, Day>& days, const std::string& place, Day day) {
    const auto [entry, is_new] = days.emplace(place, day);
    entry->second = std::min(entry->second, day);
  };
  for (const Article& article : articles_) {
    for (const std::string& place : places_of(article, today())) {
      if (article.published) {
        keep(first, place, *article.published);
      }
      if (article.published && *article.published >= since) {
        keep(first_since, place, *article.published);
      }
    }
  }
  const auto told = first_articles(all_, since, request_, columns_, kSoon);
  ASSERT_EQ(told.size(), first.size());
  for (const FirstArticles& place : told) {
    EXPECT_EQ(day_of(place.first), first.at(place.province)) << place.province;
    ASSERT_NE(place.first_since, 0U);
    EXPECT_EQ(day_of(place.first_since), first_since.at(place.province)) << place.province;
  }
}

INSTANTIATE_TEST_SUITE_P(Views, PageCountsOfDrawnArticles,
                         testing::Values(ProvinceView::kThen, ProvinceView::kToday),
                         [](const auto& view) {
                           return view.param == ProvinceView::kThen ? "Then" : "Today";
                         });

TEST(PageCounts, TakeTheFirstOfADayForTheOldest) {
  const SampleIndex index(
      {plain_article("late", "", "x", "2018-05-15"), plain_article("one", "", "x", "2014-07-01"),
       plain_article("two", "", "x", "2014-07-01"), plain_article("undated", "", "x")});
  const Databases databases = index.open();
  const Columns columns = Columns::load(databases, *databases.removed());
  EXPECT_EQ(ids_of(index.stored(), {oldest_of(columns.live(), columns)}), "one");
  EXPECT_EQ(oldest_of(columns.published_in(undated_docids()), columns), 0U)
      << "an undated article is not the first";
  EXPECT_EQ(oldest_of(ArticleSet(columns.ordinals()), columns), 0U);
}

TEST(PageCounts, ListArticlesFromTheNewestOn) {
  const SampleIndex index({plain_article("old", "", "x", "2014-07-01"),
                           plain_article("new", "", "x", "2018-05-15"),
                           plain_article("undated", "", "x")});
  const Databases databases = index.open();
  const Columns columns = Columns::load(databases, *databases.removed());
  const ArticleSet& all = columns.live();
  EXPECT_EQ(ids_of(index.stored(), docids_of(all, columns)), "new old undated");
  EXPECT_EQ(ids_of(index.stored(), docids_of(all, columns, 1, 1)), "old");
  EXPECT_TRUE(docids_of(all, columns, 3, 1).empty());
}

}  // namespace
}  // namespace tracuu
