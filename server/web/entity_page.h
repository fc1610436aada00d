#pragma once

#include <string>
#include <string_view>

#include "server/query/page_request.h"
#include "server/query/page_result.h"

namespace tracuu {

// The pages of documents and officials as they come from the server: what the thing is, its papers
// or posts, its newest articles. Whole without script; with it, maps and tables take their place.
// `other_language` is the address of the same page in the other language.

/// Returns the page of a document: of the number with its papers, of what a short number may mean
/// ("NQ 36"), or of what nobody cites, with the nearest numbers that articles cite.
std::string document_page(const DocumentRequest& request, const DocumentAnswer& answer,
                          const std::string& other_language);

/// Returns the page of an official with his posts, or with the nearest names.
std::string official_page(const OfficialRequest& request, const OfficialAnswer& answer,
                          const std::string& other_language);

/// Returns the page of a name that cannot be read: `sentence` says why. `page` is "document" or
/// "official".
std::string failed_entity_page(Language language, std::string_view page, const std::string& name,
                               std::string_view sentence, const std::string& other_language);

/// Returns the address of the page for an address of the API: "/api/v1/documents/36-NQ%2FTW" ->
/// "/documents/36-NQ%2FTW".
std::string page_of(std::string_view api_address);

}  // namespace tracuu
