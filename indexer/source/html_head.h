#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/html_tree.h"
#include "indexer/source/linked_article.h"

namespace tracuu {

/// What a page's mark-up says about its article; each absent when the mark-up does not say.
struct HtmlHead {
  std::optional<std::string> title;
  std::optional<std::string> date;        ///< as written there
  std::optional<std::string> shown_date;  ///< of the first <time>
  std::optional<std::string> url;
  std::optional<std::string> author;         ///< <meta name="author">
  std::optional<std::string> linked_author;  ///< the person that JSON-LD names
  std::optional<std::string> copyright;      ///< <meta name="copyright">
  std::vector<std::string> site_names;       ///< og:site_name, the publisher that JSON-LD names
  std::vector<std::string> brands;           ///< the logo, what the window title holds beside
};

/// Returns the charset that a page claims in its first kilobytes by a meta element or an XML
/// declaration, or "". Reads bytes of any encoding that keeps ASCII.
std::string_view declared_charset(std::string_view bytes);

/// Reads title (og:title, JSON-LD's headline or <title> without the site's name, as a heading
/// displays it; else h1 that is long enough to be a headline), author, the site's names, date
/// (article:published_time, itemprop datePublished, JSON-LD) and address (canonical link, og:url).
/// What was dropped as page furniture does not count. `linked` is the page's JSON-LD.
HtmlHead read_head(const HtmlTree& tree, const LinkedArticle& linked = {});

}  // namespace tracuu
