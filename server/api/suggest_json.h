#pragma once

#include <chrono>
#include <string>

#include "server/query/suggest_request.h"

namespace tracuu {

/// Returns the answer of /api/v1/suggest:
///
///     {"query":{"text":"nghi quy"},
///      "groups":[{"kind":"phrase","label":"Cụm từ","items":[
///        {"value":"nghị quyết","label":"nghị quyết","marks":[[0,8]],"count":812,
///         "query":"q=%22ngh%E1%BB%8B%20quy%E1%BA%BFt%22"}, ...]}, ...],
///      "took_ms":0.08,"index":{...}}
///
/// `marks` are half-open ranges of characters of the label; a title also has `id` and `published`.
std::string suggest_json(const SuggestRequest& request, const SuggestResult& result,
                         std::chrono::duration<double, std::milli> took);

}  // namespace tracuu
