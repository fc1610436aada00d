#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/index/article.h"

namespace tracuu {

/// The provinces an article is about, as against those it merely mentions.
struct Locality {
  std::string primary;             ///< "" for a national article
  std::vector<std::string> about;  ///< primary first; empty for a national article
};

/// Decides what place an article is about from, in order of weight: title, first paragraph, words
/// that say so ("UBND tỉnh X", "trên địa bàn X"), how often a province is named, the page's
/// signature and footer (`hints`), and the site. A reposting portal's own province loses to a
/// province that the text itself is about. An article that names many provinces alike, or none on a
/// national site, is national. Pure, thread-safe. REQUIRES: article.entities, source and url are
/// set.
Locality locate(const Article& article, std::span<const std::string> hints);

}  // namespace tracuu
