#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/api/json_pieces.h"
#include "server/query/page_result.h"
#include "server/query/search_request.h"

namespace tracuu {

// Pieces that the answers of several pages share.

/// Returns `vietnamese` or `english`.
std::string_view in_language(Language language, std::string_view vietnamese,
                             std::string_view english);

/// Returns {id, title, url, source, published, provinces, api_url} and, where there is one, the
/// sentence with the words in it that name the thing.
Json note_json(const ArticleNote& note);

/// Returns {"province":[{value, label, count, url}], ...}: `url` is the search of `request` with
/// the value as one more filter, which finds `count` articles; null where the field is filtered
/// already.
Json beside_json(const std::vector<Facet>& facets, const SearchRequest& request);

/// Returns [{month, count}].
Json histogram_json(const std::vector<MonthCount>& histogram);

/// Returns [{province, `period`, count}]; null for articles about no province or without a date.
Json places_json(const std::vector<PlaceCount>& places, const char* period);

/// Returns the address of the search of `request`, first page, with `value` as the only one of its
/// field.
std::string search_address(const SearchRequest& request, FieldId id, const std::string& value);

/// Returns the address of a page about one thing, "/api/v1/documents/36-NQ%2FTW", under the filters
/// of `request`; `choice` is put in front of them: "identity=...".
std::string page_address(std::string_view endpoint, std::string_view name,
                         const SearchRequest& request, const std::string& choice = {});

}  // namespace tracuu
