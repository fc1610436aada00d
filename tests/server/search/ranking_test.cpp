#include "server/search/ranking.h"

#include <gtest/gtest.h>

#include "server/search/columns.h"
#include "server/search/longest_run.h"
#include "server/search/selection.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

const Deadline kSoon = Deadline::in(std::chrono::minutes(10));

/// Articles that the ranked ones stand among, so that words have ordinary frequencies.
std::vector<Article> with_background(std::vector<Article> articles) {
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(plain_article("background" + number, "Tin " + number,
                                     "Ngày " + number + " tỉnh có nhiều việc, sở và xã cùng làm."));
  }
  return articles;
}

std::vector<Xapian::docid> ranked(const OpenIndex& index, const Query& query,
                                  const SearchRequest& request) {
  std::vector<Xapian::docid> order;
  const ArticleSet all = index.all();
  const RankingTerms ranking = ranking_terms(index.reader, query);
  const std::vector<RankedArticle> best = best_of(index.reader, ranking, all, kSoon);
  for (const RankedArticle& article :
       ranked_page(index.reader, ranking, {all, all.size(), all.size(), best}, ReprintGroups(),
                   request, kSoon)) {
    order.push_back(article.docid);
  }
  return order;
}

TEST(Ranking, PutsTheBetterArticleOfEachRowFirst) {
  for (const TableRow& row : read_table("search_ranking.tsv")) {
    // The worse one lies before, so that a tie would show.
    const SampleIndex index(with_background({plain_article("worse", "", row[2], "2020-01-01"),
                                             plain_article("better", "", row[1], "2019-01-01")}));
    const OpenIndex open(index);
    SearchRequest request;
    request.limit = 2;
    EXPECT_EQ(ids_of(open.terms.stored(), ranked(open, sample_query(row[0]), request)),
              "better worse")
        << row;
  }
}

TEST(Ranking, PutsATitleBeforeABody) {
  const SampleIndex index(with_background(
      {plain_article("body", "Tin của tỉnh", "Chính quyền điện tử", "2020-01-01"),
       plain_article("title", "Chính quyền điện tử", "Tin của tỉnh", "2019-01-01")}));
  const OpenIndex open(index);
  SearchRequest request;
  request.limit = 2;
  EXPECT_EQ(ids_of(open.terms.stored(), ranked(open, sample_query("chính quyền điện tử"), request)),
            "title body");
}

TEST(Ranking, PutsTheNewerOfEqualArticlesFirst) {
  const SampleIndex index(with_background({plain_article("old", "", "điện tử", "2010-01-01"),
                                           plain_article("new", "", "điện tử", "2020-01-01")}));
  const OpenIndex open(index);
  SearchRequest request;
  request.limit = 2;
  EXPECT_EQ(ids_of(open.terms.stored(), ranked(open, sample_query("điện tử"), request)), "new old");
}

TEST(Ranking, CountsAnEntityForAnArticleThatDoesNotHaveTheWords) {
  Article citing = plain_article("citing", "", "Văn bản của trung ương", "2010-01-01");
  cite(citing, "36-NQ/TW");
  const SampleIndex index(
      with_background({plain_article("words", "", "trung ương", "2020-01-01"), citing}));
  const OpenIndex open(index);
  SearchRequest request;
  request.limit = 1;
  EXPECT_EQ(ids_of(open.terms.stored(), ranked(open, sample_query("@XD:36-NQ/TW tỉnh"), request)),
            "citing");
}

TEST(Ranking, OrdersByDateWithUndatedLast) {
  const SampleIndex index({plain_article("undated", "", "a"),
                           plain_article("old", "", "b", "2001-01-01"),
                           plain_article("new", "", "c", "2002-01-01")});
  const OpenIndex open(index);
  SearchRequest request;
  request.sort = Sort::kNewest;
  EXPECT_EQ(ids_of(open.terms.stored(), ranked(open, Query(), request)), "new old undated");
  request.sort = Sort::kOldest;
  EXPECT_EQ(ids_of(open.terms.stored(), ranked(open, Query(), request)), "old new undated");
}

TEST(Ranking, CutsPagesFromOneList) {
  std::vector<Article> articles;
  for (int i = 0; i < 700; ++i) {
    // Few different texts, so that many sums are equal.
    const std::string words = i % 3 == 0 ? "điện tử" : i % 3 == 1 ? "tử, điện lực" : "điện, thư tử";
    articles.push_back(plain_article(
        std::to_string(i), "", words + std::string(i % 7, ' ') + (i % 5 == 0 ? " điện" : " tin")));
  }
  const SampleIndex index(articles);
  const OpenIndex open(index);
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    SearchRequest request;
    request.sort = sort;
    std::vector<Xapian::docid> joined;
    for (const std::size_t limit : {7U, 100U, 93U, 100U, 99U, 1U, 100U, 100U, 100U, 100U}) {
      request.offset = joined.size();
      request.limit = limit;
      const auto page = ranked(open, sample_query("điện tử"), request);
      joined.insert(joined.end(), page.begin(), page.end());
    }
    EXPECT_EQ(joined.size(), 700U);
    request.offset = 0;
    request.limit = 700;
    EXPECT_EQ(ranked(open, sample_query("điện tử"), request), joined);
    std::sort(joined.begin(), joined.end());
    EXPECT_EQ(joined, open.docids_of(open.all()));
  }
}

TEST(Ranking, StopsAtItsDeadline) {
  std::vector<Article> articles;
  for (int i = 0; i < 600; ++i) {
    articles.push_back(plain_article(std::to_string(i), "", "điện tử"));
  }
  const SampleIndex index(articles);
  const OpenIndex open(index);
  const Deadline past(std::chrono::steady_clock::now() - std::chrono::seconds(1));
  EXPECT_THROW(
      best_of(open.reader, ranking_terms(open.reader, sample_query("điện")), open.all(), past),
      DeadlineExceeded);
}

TEST(Ranking, PutsTheArticleOfAWholeTitleBeforeOneWhoseTitleGoesOn) {
  const SampleIndex index(with_background(
      {plain_article("longer", "Chuyển đổi số quốc gia: chuyển đổi số quốc gia ở xã",
                     "Chuyển đổi số quốc gia. Chuyển đổi số quốc gia.", "2020-01-01"),
       plain_article("whole", "Chuyển đổi số quốc gia", "Tin của tỉnh.", "2019-01-01")}));
  const OpenIndex open(index);
  SearchRequest request;
  request.limit = 2;
  for (const char* const q : {"chuyển đổi số quốc gia", "chuyen doi so quoc gia"}) {
    EXPECT_EQ(ids_of(open.terms.stored(), ranked(open, sample_query(q), request)), "whole longer")
        << q;
  }
}

TEST(Ranking, LetsFreshnessDecideOnlyBetweenArticlesThatAreNearlyAsGood) {
  std::string body = "Điện tử của tỉnh.";
  for (int i = 0; i < 10; ++i) {
    body += " Các sở và các huyện cùng làm nhiều việc khác nhau.";
  }
  const SampleIndex index(with_background(
      {plain_article("old", "", body, "2010-01-01"),
       plain_article("new", "", body + " Hết.", "2020-01-01"),
       plain_article("other", "", "điện và tử và nhiều việc khác của huyện", "2020-06-01")}));
  const OpenIndex open(index);
  SearchRequest request;
  request.limit = 3;
  EXPECT_EQ(ids_of(open.terms.stored(), ranked(open, sample_query("điện tử"), request)),
            "new old other");
}

TEST(LongestRun, IsTheShareOfTheQueryThatStandsInOnePiece) {
  for (const TableRow& row : read_table("search_longest_run.tsv")) {
    const SampleIndex index(
        with_background({plain_article("a", "", row[1]), plain_article("all", "", row[0])}));
    const OpenIndex open(index);
    const RankingTerms ranking = ranking_terms(open.reader, sample_query(row[0]));
    const Xapian::docid docid = docid_of_id(open.databases, "a");
    const auto article = static_cast<Ordinal>(open.columns.ordinal_of(docid));
    LongestRun run(*open.terms.streams()[open.columns.segment_of(article)], ranking);
    EXPECT_NEAR(run.in(docid), std::stod(row.cells[2]), 0.08) << row;
  }
}

TEST(RankingTerms, LeaveTheAccentedLayerOutForAQueryWithoutMarks) {
  const SampleIndex index({plain_article("a", "Điện tử", "điện tử 36")});
  const OpenIndex open(index);
  std::string terms;
  for (const RankingTerm& term : ranking_terms(open.reader, sample_query("dien tu")).terms) {
    terms += term.term + ' ';
  }
  EXPECT_EQ(terms, "dien TFdien tu TFtu Bdien tu TBdien tu ");
}

TEST(RankingTerms, GiveANumberBothWeightsBesideMarkedWords) {
  const SampleIndex index({plain_article("a", "", "nghị quyết 36")});
  const OpenIndex open(index);
  for (const RankingTerm& term : ranking_terms(open.reader, sample_query("quyết 36")).terms) {
    if (term.term == "36") {
      EXPECT_DOUBLE_EQ(term.weight, 1.6);
    }
    EXPECT_NE(term.term, "A36");
  }
}

TEST(RankingTerms, TakeARepeatedWordOnce) {
  const SampleIndex index({plain_article("a", "", "điện")});
  const OpenIndex open(index);
  EXPECT_EQ(ranking_terms(open.reader, sample_query("điện điện điện")).terms.size(), 2U);
}

TEST(RankingTerms, HalveWhatNobodyTyped) {
  const SampleIndex index({plain_article("a", "", "cntt là công nghệ")});
  const OpenIndex open(index);
  Query query = sample_query("cntt|\"công nghệ\"");
  query.syllables.resize(1);
  for (const RankingTerm& term : ranking_terms(open.reader, query).terms) {
    if (term.term == "cntt") {
      EXPECT_DOUBLE_EQ(term.weight, 1.0 * 0.6);
    } else if (term.term == "Bcong nghe") {
      EXPECT_DOUBLE_EQ(term.weight, 0.5);
    }
  }
}

}  // namespace
}  // namespace tracuu
