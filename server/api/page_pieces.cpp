#include "server/api/page_pieces.h"

#include <algorithm>
#include <utility>

#include "server/query/parameter_values.h"

namespace tracuu {
namespace {

/// A search for articles of a page starts at its first hit, with as many as usual.
SearchRequest from_the_first(const SearchRequest& request) {
  SearchRequest first = request;
  first.offset = 0;
  first.limit = SearchRequest().limit;
  return first;
}

FieldId filter_field(FieldId id, const SearchRequest& request) {
  const bool is_mentioned = id == FieldId::kProvince && request.locality == Locality::kMentioned;
  return is_mentioned ? FieldId::kMentioned : id;
}

}  // namespace

std::string_view in_language(Language language, std::string_view vietnamese,
                             std::string_view english) {
  return language == Language::kVietnamese ? vietnamese : english;
}

Json note_json(const ArticleNote& note) {
  Json json{{"id", note.id},
            {"title", note.title},
            {"url", text_or_null(note.url)},
            {"source", text_or_null(note.source)},
            {"published",
             note.published ? Json(to_iso(PartialDate::of(*note.published))) : Json(nullptr)},
            {"provinces", note.provinces},
            {"api_url", "/api/v1/articles/" + percent_encoded(note.id)}};
  if (!note.sentence.empty()) {
    json["surface"] = note.surface;
    json["sentence"] = note.sentence;
  }
  return json;
}

Json beside_json(const std::vector<Facet>& facets, const SearchRequest& request) {
  Json json = Json::object();
  for (const Facet& facet : facets) {
    const FieldId id = filter_field(facet.field, request);
    // Values of one filter are alternatives, so that no search asks for two of a field at once.
    const bool is_filtered = std::any_of(request.filters.begin(), request.filters.end(),
                                         [&](const Filter& filter) { return filter.field == id; });
    Json values = Json::array();
    for (const FacetValue& value : facet.values) {
      Json url = is_filtered ? Json(nullptr) : Json(search_address(request, id, value.value));
      values.push_back({{"value", value.value},
                        {"label", value.label},
                        {"count", value.count},
                        {"url", std::move(url)}});
    }
    json[std::string(field(facet.field).name)] = std::move(values);
  }
  return json;
}

Json histogram_json(const std::vector<MonthCount>& histogram) {
  Json json = Json::array();
  for (const MonthCount& month : histogram) {
    json.push_back({{"month", month.month}, {"count", month.count}});
  }
  return json;
}

Json places_json(const std::vector<PlaceCount>& places, const char* period) {
  Json json = Json::array();
  for (const PlaceCount& place : places) {
    json.push_back({{"province", text_or_null(place.province)},
                    {period, text_or_null(place.period)},
                    {"count", place.count}});
  }
  return json;
}

std::string search_address(const SearchRequest& request, FieldId id, const std::string& value) {
  SearchRequest search = from_the_first(request);
  std::erase_if(search.filters, [&](const Filter& filter) { return filter.field == id; });
  search.filters.push_back({id, {value}});
  return "/api/v1/search?" + to_url_query(search);
}

std::string page_address(std::string_view endpoint, std::string_view name,
                         const SearchRequest& request, const std::string& choice) {
  std::string address = "/api/v1/" + std::string(endpoint) + '/' + percent_encoded(name);
  const std::string filters = to_url_query(request);
  if (!choice.empty() || !filters.empty()) {
    address += '?' + choice + (choice.empty() || filters.empty() ? "" : "&") + filters;
  }
  return address;
}

}  // namespace tracuu
