#include "server/api/opensearch_view.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace tracuu {
namespace {

TEST(OpenSearch, DescribesWhereToSearchAndToComplete) {
  const std::string xml = opensearch_description(Language::kVietnamese, "https://tracuu.example");
  EXPECT_NE(xml.find("type=\"text/html\" template=\"https://tracuu.example/?q={searchTerms}\""),
            std::string::npos)
      << xml;
  EXPECT_NE(xml.find("rel=\"suggestions\" template=\"https://tracuu.example/api/v1/"
                     "suggest?format=opensearch&amp;q={searchTerms}\""),
            std::string::npos)
      << xml;
  const std::string english = opensearch_description(Language::kEnglish, "https://tracuu.example");
  EXPECT_NE(english.find("?q={searchTerms}&amp;lang=en\""), std::string::npos) << english;
  EXPECT_NE(english.find("<Description>Search Vietnamese"), std::string::npos) << english;
}

TEST(OpenSearch, WritesSuggestionsAsFourLists) {
  SuggestRequest request;
  request.q = "nghi \"quy";
  Suggestion item;
  item.value = "nghị quyết";
  item.label = "nghị quyết";
  item.count = 812;
  item.query = "q=%22ngh%22";
  const SuggestResult result{{{SuggestionKind::kPhrase, {item}}, {SuggestionKind::kTitle, {}}}, {}};
  const auto json =
      nlohmann::json::parse(opensearch_suggestions(request, result, "https://tracuu.example"));
  EXPECT_EQ(json, nlohmann::json::array({"nghi \"quy",
                                         {"nghị quyết"},
                                         {"Cụm từ · 812"},
                                         {"https://tracuu.example/?q=%22ngh%22"}}));
}

}  // namespace
}  // namespace tracuu
