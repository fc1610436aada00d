#include "server/api/openapi.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "server/api/csv_view.h"
#include "server/api/problem.h"
#include "server/query/list_parameters.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

const std::vector<Endpoint>& sample_endpoints() {
  static const std::vector<Endpoint> endpoints{
      {.path = "/api/v1/search",
       .name = "search",
       .parameters = kParameters,
       .description_vi = "Tìm",
       .description_en = "Finds",
       .schema = "SearchAnswer",
       .caching = Caching::kWeak},
      {.path = "/api/v1/articles/{id}", .name = "article", .schema = "ArticleAnswer"},
      {.path = "/api/v1/export.csv",
       .name = "exportCsv",
       .parameters = kExportParameters,
       .content_type = "text/csv"},
      {.path = "/healthz", .name = "health", .schema = "Health", .caching = Caching::kNone}};
  return endpoints;
}

Json document(Language language = Language::kEnglish) {
  return Json::parse(openapi_json(sample_endpoints(), language, "1.2.3"));
}

Json parameter_of(const Json& operation, std::string_view name) {
  for (const Json& parameter : operation["parameters"]) {
    if (parameter["name"] == name) {
      return parameter;
    }
  }
  ADD_FAILURE() << "no parameter " << name;
  return {};
}

void collect_references(const Json& json, std::set<std::string>& found) {
  if (json.is_object() && json.contains("$ref")) {
    found.insert(json["$ref"]);
  }
  for (const Json& child : json) {
    if (child.is_structured()) {
      collect_references(child, found);
    }
  }
}

TEST(OpenApi, HasEveryParameterOfTheTablesWithTypeAndLimits) {
  const Json search = document()["paths"]["/api/v1/search"]["get"];
  ASSERT_EQ(search["parameters"].size(), kParameters.size());
  const Json limit = parameter_of(search, "limit");
  EXPECT_EQ(limit["schema"],
            (Json{{"type", "integer"}, {"minimum", 0}, {"maximum", 100}, {"default", 10}}));
  const Json province = parameter_of(search, "province");
  EXPECT_EQ(province["schema"]["type"], "array");
  EXPECT_EQ(province["schema"]["items"]["maxLength"], kLongestValue);
  EXPECT_EQ(province["explode"], true);
  EXPECT_EQ(province["example"], Json::array({"Hải Phòng"}));
  EXPECT_EQ(parameter_of(search, "sort")["schema"]["enum"],
            Json::array({"relevance", "newest", "oldest"}));
  const Json exported = document()["paths"]["/api/v1/export.csv"]["get"];
  EXPECT_EQ(parameter_of(exported, "limit")["schema"]["maximum"], kLargestExport);
  EXPECT_EQ(parameter_of(exported, "collapse")["schema"]["default"], "0");
}

TEST(OpenApi, NamesWhatStandsInAPath) {
  const Json article = document()["paths"]["/api/v1/articles/{id}"]["get"];
  const Json id = parameter_of(article, "id");
  EXPECT_EQ(id["in"], "path");
  EXPECT_EQ(id["required"], true);
}

TEST(OpenApi, DescribesTheColumnsOfTheSpreadsheet) {
  const Json exported = document()["paths"]["/api/v1/export.csv"]["get"];
  const std::string description = exported["responses"]["200"]["description"];
  for (const CsvColumn& column : csv_columns()) {
    EXPECT_NE(description.find('`' + std::string(column.name) + '`'), std::string::npos)
        << column.name;
  }
  EXPECT_TRUE(exported["responses"]["200"]["headers"].contains("X-Total-Count"));
}

TEST(OpenApi, SaysNotModifiedOnlyWhereAnAnswerMayBeKept) {
  const Json paths = document()["paths"];
  EXPECT_TRUE(paths["/api/v1/search"]["get"]["responses"].contains("304"));
  EXPECT_FALSE(paths["/healthz"]["get"]["responses"].contains("304"));
}

TEST(OpenApi, SpeaksBothLanguages) {
  EXPECT_EQ(document()["paths"]["/api/v1/search"]["get"]["summary"], "Finds");
  EXPECT_EQ(document(Language::kVietnamese)["paths"]["/api/v1/search"]["get"]["summary"], "Tìm");
  EXPECT_EQ(document()["info"]["version"], "1.2.3");
}

TEST(OpenApi, RefersOnlyToWhatItHas) {
  const Json json = document();
  std::set<std::string> references;
  collect_references(json, references);
  EXPECT_GT(references.size(), 15U);
  for (const std::string& reference : references) {
    EXPECT_TRUE(json.contains(Json::json_pointer(reference.substr(1)))) << reference;
  }
}

TEST(OpenApi, ListsAllCodesOfProblems) {
  const Json codes = document()["components"]["schemas"]["Problem"]["properties"]["code"]["enum"];
  EXPECT_EQ(codes.size(), kProblemKinds.size());
}

}  // namespace
}  // namespace tracuu
