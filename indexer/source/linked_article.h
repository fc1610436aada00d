#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// What a page's JSON-LD (<script type="application/ld+json">, schema.org NewsArticle and its kin)
/// says of its article; "" where it does not say.
struct LinkedArticle {
  std::string headline;
  std::string published;  ///< as written there
  std::string author;     ///< of a Person, the first; bodies that sign are no author
  std::string publisher;

  bool operator==(const LinkedArticle&) const = default;
};

/// Reads the first article of a page's JSON-LD, also out of lists and of @graph. What is no JSON,
/// or describes something else, says nothing. Pure; linear in the size of the page.
LinkedArticle read_linked_article(std::string_view html);

}  // namespace tracuu
