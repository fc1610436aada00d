#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

/// What differs between the pages. Every text is plain, and escaped when the page is made, but for
/// `main`, which is HTML.
struct PageFrame {
  Language language = Language::kVietnamese;
  std::string_view page;  ///< whose script fills it: "search", "document", "official", "article"
  std::string title;      ///< of the window; "" for the name of the engine alone
  std::string q;          ///< in the box
  std::string other_language;      ///< address of the same page in the other language
  std::string feed;                ///< address of the feed of what is shown, or ""
  std::optional<IndexInfo> index;  ///< what was searched, told at the foot
  UrlParameters kept;              ///< what the search form hands on besides `q`
  std::string main;                ///< HTML
};

/// Puts `frame` into the frame that all pages have.
std::string render_page(const PageFrame& frame);

/// Replaces each {{name}} of `text` by its value; an unknown name by nothing. Values are not read
/// again: braces in them stay.
std::string filled(std::string_view text,
                   const std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace tracuu
