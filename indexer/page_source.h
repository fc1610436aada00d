#pragma once

#include <string>

#include "indexer/page_reading.h"

namespace tracuu {

/// What a page says of where its article comes from.
struct PageSource {
  std::string name;  ///< "haiphong.gov.vn", "Báo Nghệ An", "CÔNG AN TỈNH ĐẮK LẮK"; "" unknown
  std::string owner;      ///< whose page it is by its banner, as written; "" unknown
  bool reposted = false;  ///< a line credits the article to somebody
};

/// Finds the source of an article. What credits it ("(theo haiphong.gov.vn)", "Bích Lam (TTXVN)")
/// goes before a dateline, that before a portal's signature or footer, the site's address
/// (`url_host`, "" when unknown), a paper's own initials, the body that signs, a copyright, and the
/// banner. Pure, linear in the size of the page.
PageSource find_source(const PageReading& page, const std::string& url_host);

}  // namespace tracuu
