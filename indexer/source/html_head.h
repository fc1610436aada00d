#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/html_tree.h"

namespace tracuu {

/// What a page's mark-up says about its article; each absent when the mark-up does not say.
struct HtmlHead {
  std::optional<std::string> title;
  std::optional<std::string> date;  ///< as written there
  std::optional<std::string> url;
  std::optional<std::string> author;     ///< <meta name="author">
  std::optional<std::string> site_name;  ///< og:site_name
};

/// Returns the charset that a page claims in its first kilobytes by a meta element or an XML
/// declaration, or "". Reads bytes of any encoding that keeps ASCII.
std::string_view declared_charset(std::string_view bytes);

/// Reads title (og:title or <title> without the site's name, as a heading displays it; else h1 that
/// is long enough to be a headline), author, the site's name, date (article:published_time,
/// itemprop datePublished, <time datetime>) and address (canonical link, og:url). What was dropped
/// as page furniture does not count.
HtmlHead read_head(const HtmlTree& tree);

/// Returns a window title without the name of the site beside it:
/// "Giao ban tháng 9 - Cổng thông tin điện tử tỉnh X" gives "Giao ban tháng 9"; "" when nothing but
/// the site's name is there. `site` is what the page gives as its site's name, or "".
std::string without_site_name(std::string_view title, std::string_view site);

}  // namespace tracuu
