#include "server/search/facet_search.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "server/search/searcher.h"
#include "tests/server/query/url_parameters.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(FacetSearch, FitsEachTypedWordToTheStartOfAWord) {
  for (const TableRow& row : read_table("facet_words.tsv")) {
    const bool fits = words_fit(folded_words(normalized(row[0])), folded_words(normalized(row[1])));
    EXPECT_EQ(fits ? "yes" : "no", row[2]) << row;
  }
}

class FacetSearchOfArticles : public testing::Test {
 protected:
  FacetSearchOfArticles()
      : index_(articles()), searcher_(std::move(*Searcher::open(index_.path()))) {}

  static std::vector<Article> articles() {
    std::vector<Article> all;
    const auto add = [&](const char* day, std::vector<std::string> provinces) {
      all.push_back(plain_article("a" + std::to_string(all.size()), "Tin", "chính quyền", day));
      all.back().about = std::move(provinces);
    };
    add("2018-05-15", {"Hải Phòng"});
    add("2018-06-15", {"Hải Phòng", "Hải Dương"});
    add("2019-05-15", {"Hải Dương"});
    add("2019-06-15", {"Hồ Chí Minh"});
    return all;
  }

  std::string found(std::string_view parameters) const {
    const auto request = parse_facet_request(FieldId::kProvince, parameters_of(parameters));
    const auto matches = searcher_.facet(*request, Deadline::in(std::chrono::minutes(1)));
    std::string out = std::to_string(matches->matching) + " of " +
                      std::to_string(matches->distinct) + ", " + std::to_string(matches->total);
    for (const FacetValue& value : matches->values) {
      out += "; " + value.value + '=' + std::to_string(value.count) + (value.selected ? "*" : "");
    }
    return out;
  }

  SampleIndex index_;
  Searcher searcher_;
};

TEST_F(FacetSearchOfArticles, CountsUnderTheFiltersOfTheSearch) {
  EXPECT_EQ(found("q=hai"), "2 of 3, 4; Hải Dương=2; Hải Phòng=2");
  EXPECT_EQ(found("q=hai&year=2018"), "2 of 2, 2; Hải Phòng=2; Hải Dương=1");
  EXPECT_EQ(found("q=hai ph&year=2018"), "1 of 2, 2; Hải Phòng=2");
  EXPECT_EQ(found("query=chính quyền&q=hai&limit=1"), "2 of 3, 4; Hải Dương=2");
  EXPECT_EQ(found("q=hai&limit=1&offset=1"), "2 of 3, 4; Hải Phòng=2");
  EXPECT_EQ(found("q=zz"), "0 of 3, 4");
}

TEST_F(FacetSearchOfArticles, IgnoresTheFilterOfItsOwnFacet) {
  EXPECT_EQ(found("q=hai&province=hai phong"), "2 of 3, 2; Hải Dương=2; Hải Phòng=2*");
}

TEST_F(FacetSearchOfArticles, KnowsProvincesByTheirOtherNames) {
  EXPECT_EQ(found("q=tphcm"), "1 of 3, 4; Hồ Chí Minh=1");
  EXPECT_EQ(found("q=sai gon"), "1 of 3, 4; Hồ Chí Minh=1");
}

TEST_F(FacetSearchOfArticles, SeesTheProvincesOfToday) {
  EXPECT_EQ(found("q=hai&province_view=today"), "1 of 2, 4; Hải Phòng=3");
}

}  // namespace
}  // namespace tracuu
