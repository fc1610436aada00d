#pragma once

#include <string>
#include <vector>

#include "indexer/page_reading.h"

namespace tracuu {

/// What a page says of where its article comes from.
struct PageSource {
  std::string name;  ///< "haiphong.gov.vn", "Báo Nghệ An", "CÔNG AN TỈNH ĐẮK LẮK"; "" unknown
  std::string owner;      ///< whose page it is by its banner, as written; "" unknown
  bool reposted = false;  ///< a line credits the article to somebody
};

/// What a page's mark-up tells of its site; all empty where it tells nothing.
struct SiteMarkup {
  std::string host;                 ///< of its address
  std::vector<std::string> names;   ///< og:site_name, the publisher of JSON-LD; best first
  std::vector<std::string> brands;  ///< names that count where `host` confirms them
  std::vector<std::string> foot;    ///< lines of its foot
};

/// Finds the source of an article. What credits it ("(theo haiphong.gov.vn)", "Bích Lam (TTXVN)")
/// goes before a dateline, those before a portal's signature, the name that the footer asks to be
/// quoted by, the host that the banner shows, a paper's initials, a paper's name or brand in the
/// mark-up, the site's address, the body that signs, a copyright, the foot of the mark-up, the
/// banner, the owner and the masthead. Pure, linear in the size of the page.
PageSource find_source(const PageReading& page, const SiteMarkup& site);

}  // namespace tracuu
