#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "common/index/article.h"
#include "server/query/search_result.h"

namespace tracuu {

// Pieces of which all answers are made.

using Json = nlohmann::ordered_json;

/// Returns the JSON text; bytes that are no UTF-8 become U+FFFD.
std::string dump(const Json& json);
/// Returns null for an empty text: what is unknown.
Json text_or_null(const std::string& text);
/// Returns "2018-05-15", or null.
Json day_or_null(const std::optional<Day>& day);
/// Rounds to three decimals.
double rounded(double value);
/// Returns {generation, built_at, articles}.
Json index_of(const IndexInfo& index);

}  // namespace tracuu
