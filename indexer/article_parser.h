#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/entity/date.h"
#include "common/index/article.h"
#include "common/result.h"
#include "indexer/page_noise.h"
#include "indexer/source/raw_page.h"

namespace tracuu {

/// An article taken out of its page; entities not yet recognized.
struct ParsedArticle {
  std::string title;
  std::string body;  ///< clean paragraphs in the author's spelling, one '\n' between them
  std::optional<Day> published;
  PublishedBy published_by = PublishedBy::kUnknown;
  std::string published_evidence;  ///< the words that say so, as on the page
  std::string source;              ///< "haiphong.gov.vn", "Báo Nghệ An"; "" unknown
  std::string author;              ///< byline; "" unknown
  std::string url;
  /// Words outside the body that still say whose page it is: signature, footer, dateline; used for
  /// the article's locality only, never indexed as text.
  std::vector<std::string> locality_hints;
  std::vector<PageLine> lines;  ///< how each line of the page was read, for `explain`
};

/// Finds title, publication date, source, author and clean body in a page. Hard-wrapped lines are
/// joined, menus, loaders, print bars, captions, related lists, comment boxes and footers dropped.
/// An article without a date in a date line has none: dates in prose are never taken for it. Dates
/// are day before month; month before day only with AM/PM and a day over 12, with seconds and no
/// zeros in front, or on such a page.
/// Fails when no text is left: "page: no article text found". Pure, thread-safe.
Result<ParsedArticle> parse_article(const RawPage& page);

}  // namespace tracuu
