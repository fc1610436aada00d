#pragma once

#include <string>
#include <string_view>

#include "common/text/span.h"

namespace tracuu {

/// What a line of a page is.
enum class LineKind {
  kContent,
  kBlank,
  kMenu,        ///< loaders, menus, breadcrumbs, doubled items, tag clouds
  kPageTool,    ///< print, e-mail and share bars, font sizes, view counters, comment boxes
  kCaption,     ///< picture captions and photo credits
  kRelated,     ///< heads and items of related-article lists
  kFooter,      ///< licence, responsible editor, address, copyright
  kDateLine,    ///< carries the page's date (and perhaps tools)
  kByline,      ///< an author alone on a line
  kSourceLine,  ///< "(theo haiphong.gov.vn)", "Cổng TTĐT tỉnh ..." under the text
};

/// The names that `explain` prints: "content", "menu", "page tool" ...
std::string_view name_of(LineKind kind);

/// One line of a page. `span` is in the page's text, blanks trimmed.
struct PageLine {
  Span span;
  std::string normalized;
  LineKind kind = LineKind::kContent;
};

}  // namespace tracuu
