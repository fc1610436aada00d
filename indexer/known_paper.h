#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/article.h"
#include "indexer/issuer_words.h"

namespace tracuu {

/// A paper whose number and date are known: a landmark, or one that an article dates.
struct KnownPaper {
  DocumentNumber number;
  std::string type_name;
  PartialDate date;
  std::string province;       ///< of a local issuer, else ""
  std::string title;          ///< of a landmark, else ""
  bool called_short = false;  ///< a landmark commonly called by type and number: "Nghị quyết 57"
  std::uint32_t articles = 0;  ///< that cite it with this date
  std::uint32_t contexts = 0;  ///< articles (and titles) whose subject words are in `words`
  /// Subject words and in how many contexts each stands.
  std::map<std::string, std::uint32_t, std::less<>> words;
  /// After settle(): what becomes of `words`, by number of the word, and the length of the vector.
  std::vector<std::pair<std::uint32_t, float>> vector = {};
  double length = 0;

  /// Equal for equal papers: "36-NQ/TW@2014-07-01", "10-NQ/TU@2013-12-27@Hải Phòng".
  std::string key() const;
};

/// A reference to be resolved.
struct WantedPaper {
  DocumentNumber number;
  NamedIssuer issuer;               ///< by the words around it
  std::string province;             ///< of the article, for local issuers
  std::optional<Day> published;     ///< of the article
  std::optional<PartialDate> date;  ///< as far as it is written
};

}  // namespace tracuu
