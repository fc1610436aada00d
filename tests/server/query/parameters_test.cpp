#include "server/query/parameters.h"

#include <gtest/gtest.h>

#include <set>

#include "common/index/schema.h"

namespace tracuu {
namespace {

TEST(Parameters, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Parameter& parameter : kParameters) {
    EXPECT_TRUE(names.insert(parameter.name).second) << parameter.name;
    EXPECT_EQ(parameter_named(parameter.name), &parameter);
  }
  EXPECT_EQ(parameter_named("provinc"), nullptr);
  EXPECT_EQ(parameter_named(""), nullptr);
}

TEST(Parameters, AreDescribedInBothLanguagesWithAnExampleThatParses) {
  for (const Parameter& parameter : kParameters) {
    EXPECT_FALSE(parameter.description_vi.empty()) << parameter.name;
    EXPECT_FALSE(parameter.description_en.empty()) << parameter.name;
    const auto request =
        parse_search_request({{std::string(parameter.name), std::string(parameter.example)}});
    EXPECT_TRUE(request) << parameter.name << ": " << (request ? "" : request.error().message);
    EXPECT_NE(to_url_query(*request), "") << parameter.name << ": the example is the default";
  }
}

TEST(Parameters, HaveTheDefaultsOfAnEmptyRequest) {
  for (const Parameter& parameter : kParameters) {
    if (parameter.default_value.empty()) {
      continue;
    }
    const auto request =
        parse_search_request({{std::string(parameter.name), std::string(parameter.default_value)}});
    ASSERT_TRUE(request) << parameter.name;
    EXPECT_EQ(*request, *parse_search_request({})) << parameter.name;
    EXPECT_EQ(to_url_query(*request), "") << parameter.name;
  }
}

TEST(Parameters, OfferEveryFieldButTheInternalOneAsFilter) {
  for (const Field& row : kFields) {
    const Parameter* const parameter = parameter_named(row.name);
    if (row.id == FieldId::kMentioned) {
      EXPECT_EQ(parameter, nullptr);
      continue;
    }
    ASSERT_NE(parameter, nullptr) << row.name;
    EXPECT_EQ(parameter->kind, ParameterKind::kValue) << row.name;
    EXPECT_TRUE(parameter->repeatable) << row.name;
  }
}

TEST(Parameters, ListChoicesOnlyWhereThereIsAChoice) {
  for (const Parameter& parameter : kParameters) {
    EXPECT_EQ(choices_of(parameter).empty(), parameter.kind != ParameterKind::kChoice)
        << parameter.name;
  }
}

}  // namespace
}  // namespace tracuu
