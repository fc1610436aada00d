#include "server/api/json_view.h"

#include <algorithm>

#include "server/api/hit_json.h"
#include "server/api/json_pieces.h"
#include "server/query/filter_words.h"

namespace tracuu {
namespace {

Json facets_json(const std::vector<Facet>& facets) {
  Json json = Json::object();
  for (const Facet& facet : facets) {
    Json::array_t values;
    values.reserve(facet.values.size());
    for (const FacetValue& value : facet.values) {
      Json::object_t& object = values.emplace_back(Json::object()).get_ref<Json::object_t&>();
      object.reserve(4);
      object.emplace("value", value.value);
      object.emplace("label", value.label);
      object.emplace("count", value.count);
      object.emplace("selected", value.selected);
    }
    json[std::string(field(facet.field).name)] = std::move(values);
  }
  return json;
}

Json histogram_json(const std::vector<MonthCount>& months) {
  Json::array_t histogram;
  histogram.reserve(months.size());
  for (const MonthCount& month : months) {
    Json::object_t& object = histogram.emplace_back(Json::object()).get_ref<Json::object_t&>();
    object.reserve(2);
    object.emplace("month", month.month);
    object.emplace("count", month.count);
  }
  return histogram;
}

std::string address_of(const SearchRequest& request) {
  return "/api/v1/search?" + to_url_query(request);
}

/// The papers behind a number, each with the address that asks for it alone.
Json papers_json(const SearchRequest& request, const std::vector<PaperCount>& papers) {
  Json json = Json::array();
  for (const PaperCount& paper : papers) {
    Json address;
    if (!paper.identity.empty()) {
      SearchRequest only = request;
      only.offset = 0;
      std::erase_if(only.filters,
                    [](const Filter& filter) { return filter.field == FieldId::kIdentity; });
      only.filters.push_back({FieldId::kIdentity, {paper.identity}});
      address = address_of(only);
    }
    json.push_back({{"number", paper.number},
                    {"identity", text_or_null(paper.identity)},
                    {"date", paper.date ? Json(to_iso(*paper.date)) : Json()},
                    {"province", text_or_null(paper.province)},
                    {"title", text_or_null(paper.title)},
                    {"count", paper.count},
                    {"url", address}});
  }
  return json;
}

Json query_json(const SearchRequest& request, const SearchResult& result) {
  Json understood = Json::array();
  for (const QueryChip& chip : result.query.chips) {
    SearchRequest undone = request;
    undone.q = chip.undo;
    undone.offset = 0;
    understood.push_back({{"kind", chip.kind},
                          {"value", chip.value},
                          {"label", chip.label},
                          {"undo", chip.undo},
                          {"undo_url", address_of(undone)}});
    for (const NamedPapers& named : result.papers) {
      if (chip.kind == "document" && chip.value == named.value) {
        understood.back()["papers"] = papers_json(request, named.papers);
      }
    }
  }
  const auto& correction = result.correction;
  Json proposed;
  if (correction) {
    proposed = {
        {"text", correction->text}, {"label", correction->label}, {"applied", correction->applied}};
  }
  return {{"text", request.q},
          {"understood", std::move(understood)},
          {"relaxed", text_or_null(result.relaxed)},
          {"corrected", correction && correction->applied ? Json(correction->text) : Json(nullptr)},
          {"correction", std::move(proposed)}};
}

/// Why nothing is found: each filter with what would be found without it.
Json removed_json(const SearchRequest& request, const std::vector<RemovedBy>& removed_by) {
  Json json = Json::array();
  for (const RemovedBy& removed : removed_by) {
    Json parameters = Json::array();
    Json values = Json::array();
    for (const Filter& filter : request.filters) {
      if (filter.field == removed.field) {
        const bool is_place = filter.field == FieldId::kMentioned;
        parameters.push_back(field(is_place ? FieldId::kProvince : filter.field).name);
        values = filter.values;
      }
    }
    const auto add_day = [&](const char* name, const std::optional<Day>& day) {
      if (!removed.field && day) {
        parameters.push_back(name);
        values.push_back(to_iso(PartialDate::of(*day)));
      }
    };
    add_day("from", request.from);
    add_day("to", request.to);
    json.push_back({{"parameters", parameters},
                    {"values", values},
                    {"count", removed.count},
                    {"undated", removed.undated},
                    {"label", removed_in_words(request, removed)},
                    {"undo_url", address_of(without(request, removed))}});
  }
  return json;
}

}  // namespace

std::string search_json(const SearchRequest& request, const SearchResult& result,
                        std::chrono::duration<double, std::milli> took) {
  Json::array_t hits;
  hits.reserve(result.hits.size());
  for (const Hit& hit : result.hits) {
    hits.push_back(hit_json(hit, request.highlight));
  }
  // Braces would copy what they hold, lists of hundreds of entries among them.
  Json json{{"query", query_json(request, result)},
            {"total", result.total},
            {"total_groups", result.total_groups},
            {"undated", result.undated},
            {"took_ms", rounded(took.count())},
            {"hits", std::move(hits)},
            {"facets", facets_json(result.facets)},
            {"histogram", histogram_json(result.histogram)},
            {"removed_by", removed_json(request, result.removed_by)},
            {"index", index_of(result.index)}};
  const std::size_t next = request.offset + result.hits.size();
  const std::uint64_t shown = request.collapse ? result.total_groups : result.total;
  if (!result.hits.empty() && next < shown && next <= kLargestOffset) {
    SearchRequest following = request;
    following.offset = next;
    json["next"] = address_of(following);
  }
  if (!result.explanation.empty()) {
    json["explanation"] = result.explanation;
  }
  return dump(json);
}

std::string index_json(const IndexInfo& index) {
  return dump({{"ready", true}, {"index", index_of(index)}});
}

}  // namespace tracuu
