#include "server/api/suggest_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "server/api/highlight.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

Json marks_of(const Suggestion& item) {
  Snippet label{item.label, {}};
  if (item.match) {
    label.marks.push_back(*item.match);
  }
  Json marks = Json::array();
  for (const auto& [begin, end] : character_offsets(label)) {
    marks.push_back({begin, end});
  }
  return marks;
}

Json item_json(const Suggestion& item, SuggestionKind kind) {
  Json json{{"value", item.value},
            {"label", item.label},
            {"marks", marks_of(item)},
            {"count", item.count},
            {"query", item.query}};
  if (kind == SuggestionKind::kTitle) {
    json["id"] = item.article_id;
    json["published"] = item.published ? Json(to_iso(PartialDate::of(*item.published))) : Json();
  }
  return json;
}

}  // namespace

std::string suggest_json(const SuggestRequest& request, const SuggestResult& result,
                         std::chrono::duration<double, std::milli> took) {
  Json groups = Json::array();
  for (const SuggestionGroup& group : result.groups) {
    const SuggestionKindRow& row = row_of(group.kind);
    Json items = Json::array();
    for (const Suggestion& item : group.items) {
      items.push_back(item_json(item, group.kind));
    }
    groups.push_back(
        {{"kind", row.name},
         {"label", request.language == Language::kVietnamese ? row.label_vi : row.label_en},
         {"items", items}});
  }
  return Json{{"query", {{"text", request.q}}},
              {"groups", groups},
              {"took_ms", std::round(took.count() * 1000) / 1000},
              {"index",
               {{"generation", result.index.generation},
                {"built_at", result.index.built_at},
                {"articles", result.index.articles}}}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tracuu
