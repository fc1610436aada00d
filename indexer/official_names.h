#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/index/article.h"

namespace tracuu {

/// Gives an official one spelling in all articles. Names of one canonical key ("Nguyễn Thị Hoà",
/// "Nguyễn Thị Hòa", "NGUYỄN THỊ HÒA") are one value of the facet, and two people of one name are,
/// too: they stay apart by the posts, dates and articles that each mention keeps, because nothing
/// in a name says that two are one or not. First every article is seen, then settle(), then each
/// article is completed.
class OfficialNames {
 public:
  void see(const Article& article);
  /// Keeps `name` as the spelling of its key, whatever the articles write: it is in the index.
  void fix(const std::string& name);
  /// Chooses the commonest spelling of each name, one with small letters before one in capitals.
  void settle();
  /// Spells the names of an article as chosen. The text stays as it is. Thread-safe after settle().
  void complete(Article& article) const;

  /// Returns the names seen so far, one a key.
  std::vector<std::string> names() const;

 private:
  std::map<std::string, std::map<std::string, std::uint32_t>> spellings_;  ///< by key, then name
  std::map<std::string, std::string> chosen_;
};

}  // namespace tracuu
