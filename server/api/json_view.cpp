#include "server/api/json_view.h"

#include <algorithm>

#include "server/api/hit_json.h"
#include "server/api/json_pieces.h"
#include "server/query/filter_words.h"

namespace tracuu {
namespace {

void write_facets(const std::vector<Facet>& facets, JsonWriter& json) {
  json.begin_object();
  for (const Facet& facet : facets) {
    json.key(field(facet.field).name).begin_array();
    for (const FacetValue& value : facet.values) {
      json.begin_object().key("value").text(value.value).key("label").text(value.label);
      json.key("count").number(value.count).key("selected").boolean(value.selected).end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write_histogram(const std::vector<MonthCount>& months, JsonWriter& json) {
  json.begin_array();
  for (const MonthCount& month : months) {
    json.begin_object().key("month").text(month.month);
    json.key("count").number(month.count).end_object();
  }
  json.end_array();
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
  JsonWriter json;
  json.begin_object().key("query").json(dump(query_json(request, result)));
  json.key("total").number(result.total).key("total_groups").number(result.total_groups);
  json.key("undated").number(result.undated).key("took_ms").json(dump(rounded(took.count())));
  json.key("hits").begin_array();
  for (const Hit& hit : result.hits) {
    write_hit(hit, request.highlight, json);
  }
  json.end_array();
  write_facets(result.facets, json.key("facets"));
  write_histogram(result.histogram, json.key("histogram"));
  json.key("removed_by").json(dump(removed_json(request, result.removed_by)));
  json.key("index").json(dump(index_of(result.index)));
  const std::size_t next = request.offset + result.hits.size();
  const std::uint64_t shown = request.collapse ? result.total_groups : result.total;
  if (!result.hits.empty() && next < shown && next <= kLargestOffset) {
    SearchRequest following = request;
    following.offset = next;
    json.key("next").json(dump(address_of(following)));
  }
  if (!result.explanation.empty()) {
    json.key("explanation").json(dump(result.explanation));
  }
  return json.end_object().take();
}

std::string index_json(const IndexInfo& index) {
  return dump({{"ready", true}, {"index", index_of(index)}});
}

}  // namespace tracuu
