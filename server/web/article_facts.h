#pragma once

#include <string>
#include <string_view>

#include "common/index/article.h"
#include "server/web/page_texts.h"

namespace tracuu {

/// Returns the line below a title as HTML: date of publication or that it is not known, source,
/// author, provinces, and a link to the original where its address is one of the web.
std::string facts_html(const Article& article, const PageTexts& texts);

/// Returns whether a browser opens `address` as a page: a capture may say "javascript:...".
bool is_web_address(std::string_view address);

}  // namespace tracuu
