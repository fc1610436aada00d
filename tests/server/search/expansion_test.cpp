#include <gtest/gtest.h>

#include "server/query/understanding.h"
#include "server/search/ranking_terms.h"
#include "server/search/searcher.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Deadline soon() {
  return Deadline::in(std::chrono::minutes(1));
}

/// Articles with one form or the other, among enough others that words have ordinary frequencies.
class ExpansionOfAbbreviations : public testing::Test {
 protected:
  static std::vector<Article> articles() {
    std::vector<Article> all;
    for (const TableRow& row : read_table("search_expansion_articles.tsv")) {
      all.push_back(plain_article(row[0], "Bài", row[1], "2018-05-15"));
    }
    for (int i = 0; i < 40; ++i) {
      const std::string words = i % 2 == 0 ? "công việc và thông báo." : "nghệ nhân và tin vui.";
      all.push_back(plain_article("other" + std::to_string(i), "Bài",
                                  "Ngày " + std::to_string(i) + " tỉnh có " + words));
    }
    return all;
  }

  ExpansionOfAbbreviations()
      : index_(articles()), searcher_(std::move(*Searcher::open(index_.path()))) {}

  SearchResult search(std::string_view q) const {
    SearchRequest request;
    request.q = q;
    return *searcher_.search(request, soon());
  }

  std::string ids(std::string_view q) const {
    std::string all;
    for (const Hit& hit : search(q).hits) {
      all.append(all.empty() ? "" : " ").append(hit.article.id);
    }
    return all;
  }

  SampleIndex index_;
  Searcher searcher_;
};

TEST_F(ExpansionOfAbbreviations, FindsBothFormsTheTypedOneFirst) {
  for (const TableRow& row : read_table("search_expansions.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    EXPECT_EQ(ids(row[0]), row[1]) << row;
  }
}

TEST_F(ExpansionOfAbbreviations, MarksTheOtherFormToo) {
  const SearchResult result = search("CNTT");
  ASSERT_EQ(result.hits.size(), 3U);
  EXPECT_EQ(result.hits[2].article.id, "long");
  ASSERT_EQ(result.hits[2].snippet.marks.size(), 2U);
  EXPECT_EQ(slice(result.hits[2].snippet.text, result.hits[2].snippet.marks[0]),
            "công nghệ thông tin");
}

TEST_F(ExpansionOfAbbreviations, ExplainsIt) {
  SearchRequest request;
  request.q = "CNTT";
  request.explain = true;
  const SearchResult result = *searcher_.search(request, soon());
  EXPECT_NE(result.explanation.find("understood: +cntt|cong nghe thong tin\n"), std::string::npos);
  EXPECT_NE(result.explanation.find("term: Bcong nghe weight 0."), std::string::npos);
}

TEST_F(ExpansionOfAbbreviations, WeighsLessThanWhatWasTypedHoweverOftenItIsThere) {
  const OpenIndex open(index_);
  for (const std::string_view q : {"CNTT", "công nghệ thông tin", "sở TN&MT", "cntt hải phòng"}) {
    const RankingTerms with = ranking_terms(open.reader, *understand(q));
    Query bare = *understand(q);
    bare.expansions.clear();
    const RankingTerms without = ranking_terms(open.reader, bare);
    EXPECT_GT(with.reachable, without.reachable) << q;
    EXPECT_LT(with.reachable, without.reachable * 1.5) << q;
    EXPECT_EQ(with.bigrams.size(), without.bigrams.size()) << q << ": only typed ones cover";
  }
}

}  // namespace
}  // namespace tracuu
