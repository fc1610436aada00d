#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// Returns a window title without the name of the site beside it:
/// "Giao ban tháng 9 - Cổng thông tin điện tử tỉnh X" gives "Giao ban tháng 9"; "" when nothing but
/// the site's name is there. `site` is what the page gives as its site's name, or "".
std::string without_site_name(std::string_view title, std::string_view site);

/// Returns whether a part of a title names the site, not the article. `site` as above.
bool is_site_name(std::string_view part, std::string_view site);

/// Returns what a window title holds behind its last divider, "" when it has none: "ICTnews" of "Mở
/// trung tâm điều hành - ICTnews".
std::string beside_headline(std::string_view title);

}  // namespace tracuu
