#include "server/search/searcher.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <thread>

#include "common/index/schema.h"
#include "server/search/relaxation.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Deadline soon() {
  return Deadline::in(std::chrono::minutes(1));
}

std::vector<Article> articles() {
  std::vector<Article> all;
  for (const TableRow& row : read_table("search_articles.tsv")) {
    all.push_back(plain_article(row[0], row[2], row[3], row[1]));
  }
  all[0].about = {"Hải Phòng"};
  return all;
}

SearchRequest asking(std::string_view q) {
  SearchRequest request;
  request.q = q;
  return request;
}

std::string ids(const SearchResult& result) {
  std::string all;
  for (const Hit& hit : result.hits) {
    all.append(all.empty() ? "" : " ").append(hit.article.id);
  }
  return all;
}

class SearcherOfTable : public testing::Test {
 protected:
  SearcherOfTable() : index_(articles()), searcher_(std::move(*Searcher::open(index_.path()))) {}

  SearchResult search(const SearchRequest& request) const {
    Result<SearchResult> result = searcher_.search(request, soon());
    EXPECT_TRUE(result) << result.error().message;
    return *result;
  }

  SampleIndex index_;
  Searcher searcher_;
};

TEST_F(SearcherOfTable, FindsRanksAndShows) {
  const SearchResult result = search(asking("công nghệ thông tin"));
  EXPECT_EQ(ids(result), "a b c");
  EXPECT_EQ(result.total, 3U);
  EXPECT_EQ(result.relaxed, "");
  EXPECT_EQ(result.undated, 0U);
  EXPECT_EQ(result.hits[0].title.text, "Nghị quyết 36 về công nghệ thông tin");
  EXPECT_EQ(result.hits[0].title.marks.size(), 1U);
  EXPECT_GT(result.hits[0].score, result.hits[1].score);
  EXPECT_EQ(result.hits[1].snippet.text, "Cong nghe thong tin o co so.");
  EXPECT_EQ(result.hits[1].snippet.marks, (std::vector<Span>{{0, 19}}));
}

TEST_F(SearcherOfTable, FindsEverythingWithoutAQueryNewestFirst) {
  const SearchResult result = search(asking(""));
  EXPECT_EQ(ids(result), "a b c d e g h i f");
  EXPECT_EQ(result.undated, 1U);
  EXPECT_EQ(result.histogram.front().month, "2012-12");
  EXPECT_EQ(result.histogram.back().count, 2U);
}

TEST_F(SearcherOfTable, ShowsTheNearestAndSaysSoWhereNothingHasAllWords) {
  SearchRequest request = asking("nghị quyết blockchain");
  SearchResult result = search(request);
  EXPECT_EQ(result.relaxed, "Không có bài nào chứa đủ các từ; dưới đây là những bài khớp nhất.");
  EXPECT_EQ(ids(result), "a b g");
  EXPECT_EQ(result.total, 3U);
  request.language = Language::kEnglish;
  EXPECT_EQ(search(request).relaxed,
            "No article has all the words; the best matches are shown instead.");
  request.match = Match::kAll;
  result = search(request);
  EXPECT_EQ(result.total, 0U);
  EXPECT_EQ(result.relaxed, "");
}

TEST_F(SearcherOfTable, TellsWhatTheFiltersLeftOut) {
  SearchRequest request = asking("nghị quyết");
  request.filters = {{FieldId::kYear, {"2014"}}};
  request.language = Language::kEnglish;
  const SearchResult result = search(request);
  EXPECT_EQ(ids(result), "");
  EXPECT_EQ(result.relaxed,
            "No article that passes the filters has all the words; without filters there are 2.");
}

TEST_F(SearcherOfTable, AddsTheNearestToFewArticlesThatHaveAllOfALongQuery) {
  SearchRequest request = asking("công ty nghề thông thường nhân");
  const SearchResult result = search(request);
  EXPECT_EQ(result.hits.at(0).article.id, "c");
  EXPECT_EQ(result.total, 4U);
  EXPECT_EQ(result.relaxed, "Chỉ có 1 bài chứa đủ các từ; dưới đây là những bài khớp nhất.");
  request.language = Language::kEnglish;
  EXPECT_EQ(search(request).relaxed,
            "Only 1 article has all the words; the best matches are shown instead.");
}

TEST_F(SearcherOfTable, LeavesAQuotedPhraseThatNothingHasOnlyWithinALongerQuery) {
  SearchRequest request = asking("\"điện thoại tử tế\" hệ thống tin học");
  request.language = Language::kEnglish;
  const SearchResult result = search(request);
  EXPECT_EQ(result.hits.at(0).article.id, "c");
  EXPECT_EQ(result.relaxed,
            "No article has the quoted phrase; the best matches without the quotes are shown "
            "instead.");
  EXPECT_EQ(search(asking("\"tử điện thoại\" đường")).total, 0U);
}

TEST_F(SearcherOfTable, IsSilentWhereNothingComesNear) {
  const SearchResult result = search(asking("blockchain metaverse"));
  EXPECT_EQ(result.total, 0U);
  EXPECT_EQ(result.relaxed, "");
  EXPECT_TRUE(result.hits.empty());
}

TEST_F(SearcherOfTable, MatchesAnyWordOnDemand) {
  SearchRequest request = asking("quyết đường");
  request.match = Match::kAny;
  EXPECT_EQ(search(request).total, 4U);
  EXPECT_EQ(search(request).relaxed, "");
}

TEST_F(SearcherOfTable, CountsWithoutShowingAtLimitZero) {
  SearchRequest request = asking("điện tử");
  request.limit = 0;
  request.facets = {FieldId::kYear};
  const SearchResult result = search(request);
  EXPECT_EQ(result.total, 5U);
  EXPECT_TRUE(result.hits.empty());
  EXPECT_EQ(result.facets.at(0).distinct, 4U);
}

TEST_F(SearcherOfTable, LeavesUndatedArticlesOutOfARangeOfDates) {
  SearchRequest request = asking("điện tử");
  request.from = kFirstDay;
  EXPECT_EQ(search(request).total, 4U);
  request.from.reset();
  request.to = parse_iso("2014-08-09")->as_day();
  request.sort = Sort::kNewest;
  EXPECT_EQ(ids(search(request)), "g h i");
}

TEST_F(SearcherOfTable, JoinsPagesToOneList) {
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    SearchRequest request = asking("điện tử");
    request.sort = sort;
    const std::string whole = ids(search(request));
    std::string joined;
    request.limit = 2;
    for (request.offset = 0; request.offset < 6; request.offset += 2) {
      joined.append(joined.empty() ? "" : " ").append(ids(search(request)));
    }
    EXPECT_EQ(joined, whole);
    request.offset = 10'000;
    EXPECT_TRUE(search(request).hits.empty());
  }
}

TEST_F(SearcherOfTable, ExplainsOnDemand) {
  SearchRequest request = asking("điện tử");
  EXPECT_EQ(search(request).explanation, "");
  request.explain = true;
  const std::string explanation = search(request).explanation;
  EXPECT_TRUE(explanation.starts_with(
      "tokens: điên5 tư3\npieces: [dien tu]\nunits: dien tu\nunderstood: +điên5 +tư3\n"))
      << explanation;
  EXPECT_NE(explanation.find("+ 0.01 x freshness)"), std::string::npos) << explanation;
  EXPECT_NE(explanation.find("match: all words\nmatches: 5 of 9 articles\norder: relevance\n"),
            std::string::npos)
      << explanation;
  EXPECT_NE(explanation.find("term: Bdien tu weight 1.00 idf"), std::string::npos) << explanation;
  EXPECT_NE(explanation.find("hit 5: "), std::string::npos) << explanation;
  request.sort = Sort::kOldest;
  EXPECT_NE(search(request).explanation.find("order: oldest first"), std::string::npos);
}

TEST_F(SearcherOfTable, ReturnsAnArticleByItsId) {
  ASSERT_TRUE(searcher_.article("f"));
  EXPECT_EQ(searcher_.article("f")->title(), "Điện tử hoá hồ sơ");
  EXPECT_EQ(searcher_.article("none"), std::nullopt);
  EXPECT_EQ(searcher_.article(""), std::nullopt);
}

TEST_F(SearcherOfTable, TellsAboutItsIndex) {
  EXPECT_EQ(searcher_.info().generation, "gen-000001");
  EXPECT_EQ(searcher_.info().built_at, "2026-11-22T05:36:00Z");
  EXPECT_EQ(searcher_.info().articles, 9U);
}

TEST_F(SearcherOfTable, StopsAtItsDeadline) {
  const Deadline past(std::chrono::steady_clock::now() - std::chrono::seconds(1));
  EXPECT_THROW((void)searcher_.search(asking("điện tử"), past), DeadlineExceeded);
}

TEST_F(SearcherOfTable, StopsWhenNobodyWaits) {
  std::stop_source left;
  const auto late = std::chrono::steady_clock::now() + std::chrono::hours(1);
  const Deadline deadline(late, left.get_token());
  EXPECT_TRUE(searcher_.search(asking("điện tử"), deadline));
  left.request_stop();
  EXPECT_THROW((void)searcher_.search(asking("điện tử"), deadline), DeadlineExceeded);
}

TEST_F(SearcherOfTable, MovesToANewGenerationOnRefresh) {
  EXPECT_FALSE(*searcher_.refresh());
  index_.publish_generation({plain_article("new", "Tin mới", "Điện tử")});
  EXPECT_EQ(searcher_.info().articles, 9U);
  EXPECT_TRUE(*searcher_.refresh());
  EXPECT_EQ(searcher_.info().generation, "gen-000002");
  EXPECT_EQ(ids(search(asking("điện tử"))), "new");
}

TEST_F(SearcherOfTable, KeepsItsGenerationWhenTheNewOneIsBroken) {
  index_.publish_generation({});
  index_.set_metadata(kSchemaKey, "999");
  const Result<bool> refreshed = searcher_.refresh();
  ASSERT_FALSE(refreshed);
  EXPECT_EQ(refreshed.error().message, "index: of another schema version than this program's " +
                                           std::to_string(kSchemaVersion) +
                                           ", rebuild it with 'tracuu-indexer build': '999'");
  EXPECT_EQ(search(asking("điện tử")).total, 5U);
}

TEST_F(SearcherOfTable, AnswersManyThreadsWhileGenerationsChange) {
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 50; ++round) {
        const auto result = searcher_.search(asking("điện tử"), soon());
        wrong += result && (result->total == 5 || result->total == 9) ? 0 : 1;
      }
    });
  }
  std::vector<Article> more = articles();
  for (Article& article : more) {
    article.text += " điện tử";
  }
  index_.publish_generation(more);
  EXPECT_TRUE(*searcher_.refresh());
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(wrong, 0);
}

TEST(Relaxation, AsksForAPageOfMatchesOnlyForALongQuery) {
  EXPECT_TRUE(is_too_few(0, 2));
  EXPECT_FALSE(is_too_few(1, 5));
  EXPECT_TRUE(is_too_few(9, 6));
  EXPECT_FALSE(is_too_few(10, 6));
}

TEST(Searcher, PrefersOnePieceWithASlipToScatteredWords) {
  std::vector<Article> all = {
      plain_article("meant", "Trung tâm điều hành đô thị thông minh", "Tin của tỉnh."),
      plain_article("other", "", "Ở đây.")};
  for (int i = 0; i < 5; ++i) {
    all.push_back(plain_article("scattered" + std::to_string(i), "",
                                "Điều này. Trung thu. Tâm sự. Hành lá. Đô la. Thị xã. Xông đất."));
  }
  const SampleIndex index(all);
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  SearchRequest request = asking("trung tâm điều hành đô thị xông");
  request.language = Language::kEnglish;
  request.limit = 1;
  const SearchResult result = *searcher.search(request, soon());
  EXPECT_EQ(ids(result), "meant");
  EXPECT_EQ(result.relaxed,
            "Only 5 articles have all the words; the best matches are shown instead.");
  request.q = "tâm điều hành đô xông";
  EXPECT_EQ(searcher.search(request, soon())->relaxed,
            "The words stand scattered in the 5 articles that have them all; the best matches are "
            "shown instead.");
}

TEST(Searcher, SaysWhatToDoWithoutAnIndex) {
  const TemporaryDirectory empty;
  const auto searcher = Searcher::open(empty.path());
  ASSERT_FALSE(searcher);
  EXPECT_TRUE(searcher.error().message.starts_with("index: no published index here"))
      << searcher.error().message;
}

TEST(Searcher, RefusesAnIndexWithoutSchemaVersion) {
  const SampleIndex index({});
  index.set_metadata(kSchemaKey, "");
  const auto searcher = Searcher::open(index.path());
  ASSERT_FALSE(searcher);
  EXPECT_EQ(searcher.error().message,
            "index: no schema version in it, rebuild it with 'tracuu-indexer build'");
}

TEST(Searcher, RefusesADamagedIndex) {
  const SampleIndex index({plain_article("a", "", "x")});
  for (const auto& entry : std::filesystem::directory_iterator(index.generation())) {
    std::ofstream(entry.path(), std::ios::trunc) << "damaged";
  }
  const auto searcher = Searcher::open(index.path());
  ASSERT_FALSE(searcher);
  EXPECT_TRUE(searcher.error().message.starts_with(
      "index: the manifest is damaged, rebuild it with 'tracuu-indexer build' or restore a "
      "snapshot: '"))
      << searcher.error().message;
}

TEST(Searcher, AnswersFromAnEmptyIndex) {
  const SampleIndex index({});
  const auto searcher = Searcher::open(index.path());
  ASSERT_TRUE(searcher);
  for (const char* q : {"", "điện tử", "\"điện tử\"", "-điện", "36-NQ/TW"}) {
    const auto result = searcher->search(asking(q), soon());
    ASSERT_TRUE(result) << q;
    EXPECT_EQ(result->total, 0U) << q;
  }
}

}  // namespace
}  // namespace tracuu
