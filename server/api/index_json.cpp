#include <algorithm>
#include <map>

#include "common/entity/gazetteer/province_units.h"
#include "common/index/schema.h"
#include "server/api/page_json.h"
#include "server/api/page_pieces.h"

namespace tracuu {
namespace {

Json day_or_null(const std::optional<Day>& day) {
  return day ? Json(to_iso(PartialDate::of(*day))) : Json(nullptr);
}

std::optional<Day> day_before(const std::optional<Day>& day) {
  return day ? std::optional(day_of_number(day_number(*day) - 1)) : std::nullopt;
}

Json period_json(const ProvincePeriod& period) {
  return {{"name", period.name},
          {"kind", period.kind},
          {"valid_from", day_or_null(period.from)},
          {"valid_to", day_or_null(day_before(period.until))},
          {"contains", period.contains},
          {"basis", text_or_null(period.basis)}};
}

Json unit_json(const ProvinceUnit& unit, const ProvinceArticles& articles,
               const ProvincesRequest& request) {
  const ProvincePeriod& shown =
      request.on && unit.on(*request.on) != nullptr ? *unit.on(*request.on) : unit.periods.back();
  Json periods = Json::array();
  for (const ProvincePeriod& period : unit.periods) {
    periods.push_back(period_json(period));
  }
  SearchRequest search = request.search;
  search.province_view = unit.is_of_today ? ProvinceView::kToday : ProvinceView::kThen;
  return {{"name", unit.name},
          {"name_then", shown.name},
          {"kind", shown.kind},
          {"code", text_or_null(unit.code)},
          {"code_list", unit.is_of_today ? "since-2025-07-01" : "until-2025-06-30"},
          {"valid_from", day_or_null(unit.periods.front().from)},
          {"valid_to", day_or_null(day_before(unit.periods.back().until))},
          {"periods", periods},
          {"former_units", unit.former_units},
          {"successor", text_or_null(unit.successor)},
          {"region", text_or_null(unit.region)},
          {"capital", text_or_null(unit.capital)},
          {"aliases", unit.aliases},
          {"articles", articles.about},
          {"articles_mentioning", articles.mentioned},
          {"search_url", search_address(search, FieldId::kProvince, unit.name)}};
}

/// Reads the summary of a run; an empty object for an index that has none.
Json report_of(const StatsAnswer& answer) {
  Json report = Json::parse(answer.report, nullptr, false);
  return report.is_object() ? report : Json::object();
}

Json member_or_null(const Json& object, const char* name) {
  return object.contains(name) ? object[name] : Json(nullptr);
}

Json rejected_json(const Json& report) {
  Json by_reason = Json::array();
  if (report.contains("rejected_by_reason") && report["rejected_by_reason"].is_object()) {
    for (const auto& [reason, count] : report["rejected_by_reason"].items()) {
      by_reason.push_back({{"reason", reason}, {"count", count}});
    }
    std::stable_sort(by_reason.begin(), by_reason.end(),
                     [](const Json& a, const Json& b) { return a["count"] > b["count"]; });
  }
  return {{"total", member_or_null(report, "rejected")}, {"by_reason", by_reason}};
}

}  // namespace

std::string provinces_json(const ProvincesRequest& request, const ProvincesAnswer& answer) {
  Json units = Json::array();
  const auto all = province_units();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!request.on || all[i].on(*request.on) != nullptr) {
      units.push_back(unit_json(all[i], answer.articles[i], request));
    }
  }
  return dump({{"on", day_or_null(request.on)},
               {"table_from", to_iso(PartialDate::of(kFirstProvinceDay))},
               {"total", units.size()},
               {"articles", answer.total},
               {"articles_national", answer.national},
               {"note", in_language(request.search.language,
                                    "Mã của hai danh mục không so với nhau được: từ 2025-07-01 một "
                                    "mã có thể chỉ tỉnh khác",
                                    "Codes of the two lists are not to be compared: since "
                                    "2025-07-01 a code may mean another province")},
               {"provinces", units},
               {"index", index_of(answer.index)}});
}

std::string stats_json(const StatsRequest& request, const StatsAnswer& answer) {
  const Json report = report_of(answer);
  Json entities = Json::object();
  for (const FieldStats& stats : answer.fields) {
    const Field& row = field(stats.field);
    entities[std::string(row.name)] = {
        {"label", in_language(request.language, row.label_vi, row.label_en)},
        {"distinct", stats.distinct},
        {"articles", stats.articles},
        {"pairs", stats.pairs}};
  }
  Json json{{"articles", answer.index.articles},
            {"undated", answer.undated},
            {"reprint_groups", answer.reprint_groups}};
  for (const Facet& facet : answer.facets) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values) {
      values.push_back({{"value", value.value}, {"count", value.count}});
    }
    json["by_" + std::string(field(facet.field).name)] = {{"distinct", facet.distinct},
                                                          {"values", values}};
  }
  json["by_month"] = histogram_json(answer.histogram);
  json["entities"] = entities;
  json["rejected"] = rejected_json(report);
  json["run"] = {{"added", member_or_null(report, "added")},
                 {"changed", member_or_null(report, "changed")},
                 {"unchanged", member_or_null(report, "unchanged")},
                 {"removed", member_or_null(report, "removed")},
                 {"bytes", member_or_null(report, "bytes")},
                 {"seconds", member_or_null(report, "seconds")},
                 {"charsets", member_or_null(report, "charsets")}};
  json["schema"] = answer.schema;
  json["index"] = index_of(answer.index);
  return dump(json);
}

}  // namespace tracuu
