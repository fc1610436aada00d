#pragma once

#include <optional>
#include <string>

#include "server/query/search_result.h"

namespace tracuu {

/// Returns the answer of /api/v1/articles/{id}: every field, the text, and every entity with its
/// byte span in the text and the sentence that says it; a block to cite it by; `reprints` is its
/// group, if it has one.
std::string article_json(const Article& article, const IndexInfo& index,
                         const std::optional<Reprints>& reprints = std::nullopt);

}  // namespace tracuu
