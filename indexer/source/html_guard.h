#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// How deep elements may be nested in what bounded_html() returns, table rows and list items apart.
inline constexpr std::size_t kMaxHtmlDepth = 256;

/// Rewrites a page so that parsing it is linear in time and bounded in depth, whatever it holds:
/// scripts, styles, drawings, comments, buttons and formatting tags (b, font ...) go; of a tag's
/// attributes only those stay that the readers of the page look at; tags nested deeper than
/// kMaxHtmlDepth and end tags without a start go, their text stays; text in a table outside its
/// cells gets a cell. Pure. REQUIRES: `html` is valid UTF-8.
std::string bounded_html(std::string_view html);

}  // namespace tracuu
