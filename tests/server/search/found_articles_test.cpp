#include "server/search/found_articles.h"

#include <gtest/gtest.h>

#include "server/search/searcher.h"
#include "tests/server/search/sample_index.h"

namespace tracuu {
namespace {

Deadline soon() {
  return Deadline::in(std::chrono::minutes(1));
}

/// Four hundred articles that say the words more or less often, some without a date, three of them
/// reprints of one text: more than are ranked anew, so that the tail is read too.
std::vector<Article> many_articles() {
  std::vector<Article> articles;
  for (int number = 0; number < 400; ++number) {
    std::string body = "Tỉnh họp về";
    for (int times = 0; times <= number % 7; ++times) {
      body += " chuyển đổi số và dữ liệu";
    }
    const std::string day = "2018-05-" + std::to_string(10 + number % 20);
    articles.push_back(plain_article("a" + std::to_string(number), "Tin " + std::to_string(number),
                                     body, number % 9 == 0 ? "" : day));
  }
  return articles;
}

SampleIndex::Groups one_group() {
  return {{"a1", "g"}, {"a2", "g"}, {"a3", "g"}};
}

std::vector<std::string> read_all(FoundArticles& found, std::size_t step) {
  std::vector<std::string> lines;
  for (auto hits = found.next(step, soon()); !hits.empty(); hits = found.next(step, soon())) {
    for (const Hit& hit : hits) {
      lines.push_back(hit.article.id + ' ' + std::to_string(hit.score) + ' ' + hit.snippet.text);
    }
  }
  return lines;
}

std::vector<std::string> searched(const Searcher& searcher, SearchRequest request) {
  std::vector<std::string> lines;
  request.limit = 37;
  for (request.offset = 0;; request.offset += request.limit) {
    const Result<SearchResult> result = searcher.search(request, soon());
    EXPECT_TRUE(result);
    if (result->hits.empty()) {
      return lines;
    }
    for (const Hit& hit : result->hits) {
      lines.push_back(hit.article.id + ' ' + std::to_string(hit.score) + ' ' + hit.snippet.text);
    }
  }
}

TEST(FoundArticles, AreThePagesOfTheSameSearchJoined) {
  const SampleIndex index(many_articles(), one_group());
  const Result<Searcher> searcher = Searcher::open(index.path());
  ASSERT_TRUE(searcher);
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    for (const bool collapse : {false, true}) {
      SearchRequest request;
      request.q = "chuyển đổi số";
      request.sort = sort;
      request.collapse = collapse;
      const std::vector<std::string> pages = searched(*searcher, request);
      EXPECT_EQ(pages.size(), collapse ? 398U : 400U);
      request.limit = 100'000;
      Result<FoundArticles> found = searcher->find(request, soon());
      ASSERT_TRUE(found);
      EXPECT_EQ(found->size(), pages.size());
      EXPECT_EQ(found->result().total, 400U);
      EXPECT_EQ(read_all(*found, 17), pages);
    }
  }
}

TEST(FoundArticles, KeepTheirGenerationWhenANewerOneIsServed) {
  SampleIndex index(many_articles());
  Result<Searcher> searcher = Searcher::open(index.path());
  ASSERT_TRUE(searcher);
  SearchRequest request;
  request.limit = 1000;
  Result<FoundArticles> found = searcher->find(request, soon());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->next(1, soon()).size(), 1U);
  index.publish_generation({plain_article("new", "Tin mới", "Một bài")});
  ASSERT_TRUE(*searcher->refresh());
  EXPECT_EQ(read_all(*found, 50).size(), 399U);
  EXPECT_EQ(searcher->find(request, soon())->size(), 1U);
}

TEST(FoundArticles, StopAtTheDeadlineOfThePieceAndGoOnAfterIt) {
  const SampleIndex index(many_articles());
  const Result<Searcher> searcher = Searcher::open(index.path());
  SearchRequest request;
  request.limit = 1000;
  Result<FoundArticles> found = searcher->find(request, soon());
  ASSERT_TRUE(found);
  EXPECT_THROW(found->next(10, Deadline::in(std::chrono::milliseconds(-1))), DeadlineExceeded);
  EXPECT_EQ(read_all(*found, 1000).size(), 400U);
}

TEST(FoundArticles, AreRefusedAsASearchIs) {
  const SampleIndex index(many_articles());
  const Result<Searcher> searcher = Searcher::open(index.path());
  SearchRequest request;
  for (int i = 0; i < 70; ++i) {
    request.q += static_cast<char>('a' + i % 26);
    request.q += static_cast<char>('a' + i / 26);
    request.q += ' ';
  }
  const Result<FoundArticles> found = searcher->find(request, soon());
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.error().message.starts_with("q: ")) << found.error().message;
  SearchRequest late_request;
  late_request.q = "dữ liệu";
  EXPECT_THROW(
      auto late = searcher->find(late_request, Deadline::in(std::chrono::milliseconds(-1))),
      DeadlineExceeded);
}

TEST(StageTimes, AreToldForEverySearch) {
  const SampleIndex index(many_articles());
  const Result<Searcher> searcher = Searcher::open(index.path());
  SearchRequest request;
  request.q = "chuyển đổi số";
  const StageTimes times = searcher->search(request, soon())->times;
  for (const double stage :
       {times.understand, times.match, times.facets, times.rank, times.snippets}) {
    EXPECT_GT(stage, 0);
    EXPECT_LT(stage, 60'000);
  }
}

}  // namespace
}  // namespace tracuu
