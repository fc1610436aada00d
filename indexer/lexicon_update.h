#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/index/article.h"
#include "common/index/lexicon.h"
#include "common/result.h"
#include "indexer/phrase_counter.h"

namespace tracuu {

/// Brings the lexicon of a generation up to date with the articles that an update changes, without
/// reading the others: titles come and go, and the counts of the phrases stay exact. New phrases
/// come with the next build. For one thread.
class LexiconUpdate {
 public:
  /// Reads the lexicon of the generation in `current`; fails as Lexicon::open() does.
  static Result<LexiconUpdate> open(const std::filesystem::path& current);

  /// Takes out an article. REQUIRES: `article` is what was under `docid`.
  void remove(std::uint32_t docid, const Article& article);
  /// Puts in an article. REQUIRES: nothing is under `docid` any more.
  void add(std::uint32_t docid, const Article& article);

  /// Writes the new lexicon into the directory of the build; nothing else after it. Takes time
  /// linear in the lexicon. Throws std::system_error.
  void write(const std::filesystem::path& directory);

 private:
  explicit LexiconUpdate(Lexicon lexicon);
  void count(const Article& article, std::int32_t by);

  Lexicon lexicon_;
  std::vector<std::string> spellings_;
  std::unique_ptr<PhraseCounter> counter_;  ///< of the changes
  std::set<std::uint32_t> removed_;
  std::map<std::uint32_t, std::string> added_;  ///< titles by docid
};

}  // namespace tracuu
