#pragma once

#include <span>
#include <string>
#include <string_view>

#include "server/api/endpoint.h"
#include "server/query/search_request.h"

namespace tracuu {

/// Returns the OpenAPI 3.1 document of the endpoints: addresses, parameters with types, limits,
/// defaults and examples from their tables, answers from answer_schemas.json, and the problem
/// document with all codes. Descriptions are in `language`.
std::string openapi_json(std::span<const Endpoint> endpoints, Language language,
                         std::string_view version);

}  // namespace tracuu
