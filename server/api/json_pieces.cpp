#include "server/api/json_pieces.h"

#include <cmath>

namespace tracuu {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json day_or_null(const std::optional<Day>& day) {
  return day ? Json(to_iso(PartialDate::of(*day))) : Json(nullptr);
}

double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

Json index_of(const IndexInfo& index) {
  return {
      {"generation", index.generation}, {"built_at", index.built_at}, {"articles", index.articles}};
}

}  // namespace tracuu
