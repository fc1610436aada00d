#pragma once

#include <string>
#include <string_view>

#include "common/index/article.h"
#include "server/query/search_request.h"

namespace tracuu {

/// Returns the page of `article` as it comes from the server: title, facts and the cleaned text, a
/// paragraph a line, everything escaped; a script adds entities, evidence and neighbours.
std::string article_page(const Article& article, Language language,
                         const std::string& other_language);

/// Returns the page that says that no article has this id.
std::string missing_article_page(std::string_view id, Language language,
                                 const std::string& other_language);

}  // namespace tracuu
