#include "server/search/reprint_groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "server/search/reprint_summary.h"
#include "server/search/searcher.h"
#include "tests/server/search/sample_index.h"

namespace tracuu {
namespace {

Deadline soon() {
  return Deadline::in(std::chrono::minutes(1));
}

std::vector<std::string> ids_of_hits(const std::vector<Hit>& hits) {
  std::vector<std::string> ids;
  for (const Hit& hit : hits) {
    ids.push_back(hit.article.id);
  }
  return ids;
}

/// Articles of which many reprint one another, in and out of the filter and the query.
class SearcherOfReprints : public ::testing::Test {
 protected:
  SearcherOfReprints()
      : index_(articles_, groups_), searcher_(std::move(*Searcher::open(index_.path()))) {}

  SearchResult search(const SearchRequest& request) const {
    Result<SearchResult> result = searcher_.search(request, soon());
    EXPECT_TRUE(result);
    return *result;
  }
  const std::string& group(const std::string& id) const {
    static const std::string kAlone;
    const auto found = groups_.find(id);
    return found == groups_.end() ? kAlone : found->second;
  }

  /// 700 articles, more than are ranked anew: a third alone, the others in groups of up to 12; some
  /// groups of the index have one article left.
  static std::vector<Article> make_articles(std::map<std::string, std::string>& groups) {
    std::mt19937 random(71);
    std::vector<Article> articles;
    for (int i = 0; i < 700; ++i) {
      const std::string id = std::to_string(1000 + i);
      std::string body = "Tỉnh";
      for (auto words = random() % 9; words > 0; --words) {
        body += random() % 3 == 0 ? " số hóa" : random() % 2 == 0 ? " chính quyền" : " điện tử";
      }
      std::string day = "2019-0" + std::to_string(1 + random() % 9) + "-15";
      articles.push_back(plain_article(id, "Tin " + id, body, random() % 5 == 0 ? "" : day));
      articles.back().source = random() % 2 == 0 ? "mic.gov.vn" : "haiphong.gov.vn";
      if (random() % 3 != 0) {
        groups[id] = "group-" + std::to_string(random() % 60);
      }
    }
    groups["1000"] = "one-is-left";
    return articles;
  }

  std::map<std::string, std::string> groups_;
  std::vector<Article> articles_ = make_articles(groups_);
  SampleIndex index_;
  Searcher searcher_;
};

TEST_F(SearcherOfReprints, CollapsesAsReadingTheWholeListDoes) {
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    for (const char* q : {"", "điện tử", "chính quyền số", "số hóa điện"}) {
      for (const bool filtered : {false, true}) {
        SearchRequest request;
        request.q = q;
        request.sort = sort;
        request.match = Match::kAny;
        if (filtered) {
          request.filters = {{FieldId::kSource, {"mic.gov.vn"}}};
        }
        request.collapse = false;
        request.limit = kLargestLimit;
        std::vector<std::string> expected;
        std::set<std::string> seen;
        SearchResult all = search(request);
        for (; !all.hits.empty(); all = search(request)) {
          for (const std::string& id : ids_of_hits(all.hits)) {
            if (group(id).empty() || seen.insert(group(id)).second) {
              expected.push_back(id);
            }
          }
          request.offset += request.limit;
        }
        request.collapse = true;
        for (const std::size_t limit : {100UL, 7UL}) {
          request.limit = limit;
          std::vector<std::string> shown;
          for (request.offset = 0; request.offset <= expected.size(); request.offset += limit) {
            const SearchResult page = search(request);
            EXPECT_EQ(page.total_groups, expected.size());
            EXPECT_EQ(page.total, all.total);
            const auto ids = ids_of_hits(page.hits);
            shown.insert(shown.end(), ids.begin(), ids.end());
          }
          ASSERT_EQ(shown, expected) << q << ' ' << static_cast<int>(sort) << ' ' << limit;
        }
        request.offset = 0;
      }
    }
  }
}

TEST_F(SearcherOfReprints, TellsOfTheGroupInTheResultAndInTheIndex) {
  SearchRequest request;
  request.filters = {{FieldId::kSource, {"mic.gov.vn"}}};
  request.limit = kLargestLimit;
  std::size_t told = 0;
  for (const Hit& hit : search(request).hits) {
    std::vector<const Article*> members;
    for (const Article& article : articles_) {
      if (!group(hit.article.id).empty() && group(article.id) == group(hit.article.id)) {
        members.push_back(&article);
      }
    }
    ASSERT_EQ(hit.reprints.has_value(), members.size() > 1) << hit.article.id;
    if (!hit.reprints) {
      continue;
    }
    ++told;
    EXPECT_EQ(hit.reprints->total, members.size());
    EXPECT_EQ(hit.reprints->count, std::count_if(members.begin(), members.end(), [](const auto* m) {
                return m->source == "mic.gov.vn";
              }));
    EXPECT_EQ(hit.reprints->members.size(), std::min(members.size(), kMostMembers));
    const Article& first =
        **std::min_element(members.begin(), members.end(), [](const Article* a, const Article* b) {
          return std::tuple(!a->published, a->published, a->id) <
                 std::tuple(!b->published, b->published, b->id);
        });
    EXPECT_EQ(hit.reprints->first.id, first.id);
    EXPECT_EQ(hit.reprints->first.published, first.published);
  }
  EXPECT_GT(told, 20U);
}

TEST_F(SearcherOfReprints, CountsFacetsAndMonthsByArticles) {
  SearchRequest request;
  request.facets = {FieldId::kSource};
  const SearchResult once = search(request);
  request.collapse = false;
  const SearchResult all = search(request);
  EXPECT_EQ(once.facets[0].values, all.facets[0].values);
  EXPECT_EQ(once.undated, all.undated);
  EXPECT_EQ(once.total, articles_.size());
  EXPECT_EQ(once.total_groups, all.total_groups);
  EXPECT_LT(once.total_groups, once.total);
}

TEST_F(SearcherOfReprints, TellsTheGroupOfAnArticleById) {
  for (const char* id : {"1001", "1002", "1003", "1004", "1005"}) {
    EXPECT_EQ(searcher_.reprints(id).has_value(), !group(id).empty()) << id;
  }
  EXPECT_FALSE(searcher_.reprints("1000")) << "a group of which one article is left is none";
  EXPECT_FALSE(searcher_.reprints("unknown"));
}

TEST(ReprintGroups, CountEveryArticleWhereNoneAreGrouped) {
  const SampleIndex index({plain_article("a", "", "một"), plain_article("b", "", "hai")});
  const Databases databases = index.open();
  const Columns columns = Columns::load(databases, *databases.removed());
  const ReprintGroups groups = ReprintGroups::load(databases, columns);
  const ArticleSet all = columns.live();
  EXPECT_EQ(groups.count_distinct(all), 2U);
  EXPECT_EQ(groups.group_of(columns.docids()[0]), 0U);
  EXPECT_EQ(groups.group_count(), 0U);
}

TEST(ReprintGroups, ListMembersFromTheLatestOn) {
  const SampleIndex index(
      {plain_article("old", "", "một", "2018-01-01"), plain_article("undated", "", "một"),
       plain_article("new", "", "một", "2019-01-01")},
      {{"old", "g"}, {"undated", "g"}, {"new", "g"}});
  const Databases databases = index.open();
  const Columns columns = Columns::load(databases, *databases.removed());
  const ReprintGroups groups = ReprintGroups::load(databases, columns);
  ASSERT_EQ(groups.group_count(), 1U);
  const auto members = groups.members(1);
  EXPECT_EQ(ids_of(index.stored(), {members.begin(), members.end()}), "new old undated");
  EXPECT_EQ(reprints_of(index.stored(), groups, members[0], nullptr)->first.id, "old");
}

TEST(OncePerGroup, LetsTheFirstOfEachGroupPass) {
  const SampleIndex index(
      {plain_article("a", "", "một", "2019-01-03"), plain_article("b", "", "hai", "2019-01-02"),
       plain_article("c", "", "ba", "2019-01-01"), plain_article("d", "", "ba", "2018-01-01")},
      {{"a", "x"}, {"b", "y"}, {"c", "x"}, {"d", "y"}});
  const Databases databases = index.open();
  const Columns columns = Columns::load(databases, *databases.removed());
  const ReprintGroups groups = ReprintGroups::load(databases, columns);
  OncePerGroup once(groups);
  std::vector<bool> passed;
  for (const Xapian::docid docid : columns.docids()) {
    passed.push_back(once.passes(docid));
  }
  EXPECT_EQ(passed, (std::vector<bool>{true, true, false, false}));
}

}  // namespace
}  // namespace tracuu
