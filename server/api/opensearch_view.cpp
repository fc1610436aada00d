#include "server/api/opensearch_view.h"

#include "server/api/json_pieces.h"
#include "server/api/xml_text.h"

namespace tracuu {
namespace {

std::string url(std::string_view type, std::string_view base, std::string_view rest,
                std::string_view more = "") {
  return "  <Url type=\"" + std::string(type) + "\"" + std::string(more) + " template=\"" +
         xml_text(std::string(base).append(rest)) + "\"/>\n";
}

}  // namespace

std::string opensearch_description(Language language, std::string_view base) {
  const bool vietnamese = language == Language::kVietnamese;
  const std::string lang = vietnamese ? "" : "&lang=en";
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
         "  <ShortName>Tra Cứu</ShortName>\n"
         "  <Description>" +
         std::string(vietnamese ? "Tìm tin về công nghệ thông tin của các cơ quan nhà nước Việt Nam"
                                : "Search Vietnamese government news on information technology") +
         "</Description>\n" + url("text/html", base, "/?q={searchTerms}" + lang) +
         url("application/json", base,
             "/api/v1/search?q={searchTerms}&limit={count?}&offset={startIndex?}" + lang,
             " indexOffset=\"0\"") +
         url("application/atom+xml", base, "/api/v1/feed.atom?q={searchTerms}" + lang) +
         url("application/x-suggestions+json", base,
             "/api/v1/suggest?format=opensearch&q={searchTerms}" + lang, " rel=\"suggestions\"") +
         url("application/opensearchdescription+xml", base, "/opensearch.xml", " rel=\"self\"") +
         "  <Language>vi</Language>\n"
         "  <InputEncoding>UTF-8</InputEncoding>\n"
         "  <OutputEncoding>UTF-8</OutputEncoding>\n"
         "</OpenSearchDescription>\n";
}

std::string opensearch_suggestions(const SuggestRequest& request, const SuggestResult& result,
                                   std::string_view base) {
  Json completions = Json::array();
  Json descriptions = Json::array();
  Json addresses = Json::array();
  for (const SuggestionGroup& group : result.groups) {
    const SuggestionKindRow& row = row_of(group.kind);
    const std::string_view label =
        request.language == Language::kVietnamese ? row.label_vi : row.label_en;
    for (const Suggestion& item : group.items) {
      completions.push_back(item.value);
      descriptions.push_back(std::string(label) + " · " + std::to_string(item.count));
      addresses.push_back(std::string(base) + "/?" + item.query);
    }
  }
  return dump(Json::array({request.q, completions, descriptions, addresses}));
}

}  // namespace tracuu
