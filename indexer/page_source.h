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
/// goes before a dateline or a paper's initials there, those before a portal's signature, the name
/// that the footer asks to be quoted by, a paper's name in the mark-up (`site_name`), the site's
/// address (`url_host`), the body that signs, a copyright, the banner, the owner and the masthead.
/// `url_host` and `site_name` are "" when unknown. Pure, linear in the size of the page.
PageSource find_source(const PageReading& page, const std::string& url_host,
                       const std::string& site_name);

}  // namespace tracuu
