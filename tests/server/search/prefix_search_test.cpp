#include <gtest/gtest.h>

#include <map>

#include "server/search/searcher.h"
#include "tests/server/search/typed_search.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<Article> table_articles() {
  std::vector<Article> articles;
  for (const TableRow& row : read_table("search_prefix_articles.tsv")) {
    const std::string year = std::to_string(2010 + articles.size() % 4);
    articles.push_back(plain_article(row[0], "", row[1], year + "-01-02"));
  }
  return articles;
}

class PrefixSearch : public testing::Test {
 protected:
  PrefixSearch() : index_(table_articles()), searcher_(std::move(*Searcher::open(index_.path()))) {}

  SearchResult search(const SearchRequest& request) const {
    Result<SearchResult> result = searcher_.search(request, soon());
    EXPECT_TRUE(result) << result.error().message;
    return std::move(*result);
  }

  SampleIndex index_;
  Searcher searcher_;
};

TEST_F(PrefixSearch, FindsExactlyTheArticlesOfEachRow) {
  for (const TableRow& row : read_table("search_prefixes.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    const SearchResult result = search(typing(row[0]));
    EXPECT_EQ(sorted_ids(result), row[1]) << row;
    EXPECT_EQ(result.total, result.hits.size()) << row;
  }
}

using Counts = std::map<std::string, std::uint64_t>;

Counts years_of(const std::vector<Hit>& hits) {
  Counts years;
  for (const Hit& hit : hits) {
    ++years[std::to_string(static_cast<int>(hit.article.published->year()))];
  }
  return years;
}

Counts counts_of(const Facet& facet) {
  Counts counts;
  for (const FacetValue& value : facet.values) {
    counts[value.value] = value.count;
  }
  return counts;
}

TEST_F(PrefixSearch, CountsFacetsOfWhatItFinds) {
  for (const TableRow& row : read_table("search_prefixes.tsv")) {
    SearchRequest request = typing(row[0]);
    request.facets = {FieldId::kYear};
    const SearchResult result = search(request);
    EXPECT_EQ(counts_of(result.facets.at(0)), years_of(result.hits)) << row;
    FacetRequest of_years;
    of_years.field = FieldId::kYear;
    of_years.search = request;
    const Result<FacetMatches> values = searcher_.facet(of_years, soon());
    EXPECT_EQ(values->matching, result.facets[0].values.size()) << row;
    EXPECT_EQ(values->total, result.total) << row;
  }
}

TEST_F(PrefixSearch, WithABlankBehindFindsWhatAllWordsFind) {
  for (const TableRow& row : read_table("search_prefixes.tsv")) {
    const std::string finished = std::string(row[0]) + ' ';
    EXPECT_EQ(sorted_ids(search(typing(finished))),
              sorted_ids(search(typing(finished, Match::kAll))))
        << row;
  }
}

TEST_F(PrefixSearch, SaysThatTheLastWordIsAStart) {
  SearchRequest request = typing("công ngh");
  request.explain = true;
  const SearchResult result = search(request);
  ASSERT_EQ(result.query.chips.size(), 1U);
  EXPECT_EQ(result.query.chips[0].label, "ngh…");
  EXPECT_NE(result.explanation.find("match: every word, the last as a start"), std::string::npos);
  request.q = "công nghệ ";
  EXPECT_EQ(search(request).explanation.find("as a start"), std::string::npos);
}

TEST_F(PrefixSearch, OffersNoOtherEndOfWhatIsFound) {
  EXPECT_FALSE(search(typing("công nghê")).correction);
  EXPECT_FALSE(search(typing("chuyển đ")).correction);
}

std::string marked(const Snippet& snippet) {
  std::string out;
  for (const Span mark : snippet.marks) {
    out.append("[").append(slice(snippet.text, mark)).append("]");
  }
  return out;
}

TEST_F(PrefixSearch, MarksTheWordsThatBeginSo) {
  EXPECT_EQ(marked(search(typing("công ngh")).hits.at(0).snippet), "[Công nghệ]");
  EXPECT_EQ(marked(search(typing("dư")).hits.at(0).snippet), "[dương][dừa]");
  EXPECT_EQ(marked(search(typing("sá du")).hits.at(0).snippet), "[Đường][sá, dương][dừa]");
}

TEST(PrefixSnippet, StandsWhereTheWordIs) {
  std::string other;
  for (int i = 0; i < 120; ++i) {
    other += "Các xã của tỉnh họp bàn về mùa vụ năm nay. ";
  }
  const SampleIndex index({plain_article("deep", "Họp", other + "Đường ướt. " + other),
                           plain_article("late", "Họp", other + other + "Dưỡng sinh.")});
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  for (const char* const typed : {"đươ", "dươn", "duon", "duo"}) {
    const Result<SearchResult> result = searcher.search(typing(typed), soon());
    ASSERT_GE(result->total, 1U) << typed;
    for (const Hit& hit : result->hits) {
      EXPECT_FALSE(hit.snippet.marks.empty()) << typed << ' ' << hit.article.id;
    }
  }
}

}  // namespace
}  // namespace tracuu
