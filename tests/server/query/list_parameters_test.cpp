#include "server/query/list_parameters.h"

#include <gtest/gtest.h>

#include "server/query/parameter_checks.h"
#include "server/query/search_request.h"
#include "tests/server/query/url_parameters.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(ListParameters, AreThoseOfASearchButForDefaultsAndLimits) {
  for (const auto& table : {kExportParameters, kFeedParameters}) {
    for (std::size_t i = 0; i < kParameters.size(); ++i) {
      EXPECT_EQ(table[i].name, kParameters[i].name);
      EXPECT_EQ(table[i].kind, kParameters[i].kind) << table[i].name;
      EXPECT_EQ(table[i].repeatable, kParameters[i].repeatable) << table[i].name;
      EXPECT_GE(table[i].most, kParameters[i].most) << table[i].name;
    }
  }
}

TEST(ListParameters, HaveDefaultsOfTheirOwn) {
  const auto exported = parse_search_request({}, kExportParameters);
  ASSERT_TRUE(exported);
  EXPECT_EQ(exported->limit, kLargestExport);
  EXPECT_FALSE(exported->collapse) << "an export would lack articles that were found";
  EXPECT_EQ(exported->sort, Sort::kRelevance);
  const auto fed = parse_search_request({}, kFeedParameters);
  ASSERT_TRUE(fed);
  EXPECT_EQ(fed->limit, 20U);
  EXPECT_TRUE(fed->collapse);
  EXPECT_EQ(fed->sort, Sort::kNewest);
}

TEST(ListParameters, ReadEveryAddressOfASearchAndWriteItBack) {
  for (const TableRow& row : read_table("query_requests.tsv")) {
    const auto search = parse_search_request(parameters_of(row[0]));
    for (const auto& table : {kExportParameters, kFeedParameters}) {
      const auto listed = parse_search_request(parameters_of(row[0]), table);
      if (search) {
        ASSERT_TRUE(listed) << row;
        EXPECT_EQ(listed->filters, search->filters) << row;
        EXPECT_EQ(listed->from, search->from) << row;
      }
      if (listed && row[0].find('%') == std::string_view::npos) {
        EXPECT_EQ(to_url_query(*listed, table).find("limit=" + std::string("100000")),
                  std::string::npos)
            << row << ": a default is written";
      }
    }
  }
  const auto deep = parse_search_request(parameters_of("limit=101&collapse=1"), kExportParameters);
  ASSERT_TRUE(deep);
  EXPECT_EQ(to_url_query(*deep, kExportParameters), "limit=101&collapse=1");
  EXPECT_FALSE(parse_search_request(parameters_of("limit=101"), kFeedParameters));
  EXPECT_FALSE(parse_search_request(parameters_of("limit=100001"), kExportParameters));
}

TEST(ParameterErrors, AreSaidInBothLanguages) {
  for (const TableRow& row : read_table("query_errors.tsv")) {
    const auto request = parse_search_request(parameters_of(row[0]));
    ASSERT_FALSE(request) << row;
    EXPECT_EQ(request.error().message, row[1]) << row;
    EXPECT_EQ(request.error().vietnamese, row[2]) << row;
  }
}

TEST(ParameterErrors, NameNoParameterWhereThereIsNone) {
  EXPECT_EQ(unknown_parameter("x", {}).message, "x: unknown parameter, there is none here");
}

TEST(LanguageOf, IsVietnameseUnlessEnglishIsAskedFor) {
  EXPECT_EQ(language_of({}), Language::kVietnamese);
  EXPECT_EQ(language_of({{"lang", "en"}}), Language::kEnglish);
  EXPECT_EQ(language_of({{"lang", "fr"}}), Language::kVietnamese);
  EXPECT_EQ(language_of({{"q", "en"}}), Language::kVietnamese);
}

}  // namespace
}  // namespace tracuu
