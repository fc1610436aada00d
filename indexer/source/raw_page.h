#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/text/charset.h"

namespace tracuu {

/// One page as a reader hands it on: valid UTF-8 text in the author's own spelling, one line a
/// block of the page, and what the container said about it. A given field is taken as it is and
/// wins over what the text suggests; absent ones are nothing, never "".
struct RawPage {
  std::string id;    ///< stable, unique within one run; given, or from the file name
  std::string file;  ///< name to report: "001-hai-phong.txt" or "news.jsonl:17"
  std::string text;  ///< decoded; for HTML the visible text of the whole page
  Charset charset = Charset::kUtf8;

  std::optional<std::string> title;   ///< given by JSONL "title"
  std::optional<std::string> date;    ///< given by JSONL "date", as written there
  std::optional<std::string> source;  ///< given by JSONL "source"
  std::optional<std::string> url;     ///< JSONL "url", HTML canonical or og:url
  /// Given by JSONL "province": a name, or a code of the General Statistics Office.
  std::optional<std::string> province;

  /// For HTML: what its head and mark-up suggest, weaker than given fields, stronger than guesses
  /// over plain lines.
  std::optional<std::string> suggested_title;   ///< h1, og:title or <title> without the site's name
  std::optional<std::string> suggested_date;    ///< article:published_time, JSON-LD, ...
  std::optional<std::string> shown_date;        ///< the first <time>: may be another article's
  std::optional<std::string> suggested_author;  ///< <meta name="author">
  std::optional<std::string> linked_author;     ///< the person that JSON-LD names
  std::vector<std::string> site_names;          ///< og:site_name, JSON-LD's publisher; best first
  /// Logo and window title beside the headline: a site's name where its address confirms it.
  std::vector<std::string> brands;
  std::vector<std::string> foot;  ///< lines of the page's foot that are not in `text`
  /// For HTML: whether main-content detection already dropped menus and link lists.
  bool main_content_only = false;

  /// Whether the text is an article's own, with no page around it: a JSONL object that has a
  /// "title" field, even an empty one. Nothing is then dropped from it.
  bool text_only = false;

  std::string content_hash;  ///< 16 hex digits of the raw bytes (XXH3-64): what `update` compares
};

}  // namespace tracuu
