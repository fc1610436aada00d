#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "server/query/search_result.h"

namespace tracuu {

/// Returns {count, total, first, members} of a reprint group: how many of it are in the result and
/// in the index, who ran it first, and the latest by name; null for an article alone.
nlohmann::ordered_json reprints_json(const std::optional<Reprints>& reprints);

}  // namespace tracuu
