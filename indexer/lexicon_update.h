#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "common/index/article.h"
#include "common/index/lexicon.h"
#include "common/result.h"
#include "indexer/phrase_counter.h"

namespace tracuu {

/// Brings the lexicon of a generation up to date with the articles that an update changes, without
/// reading the others: titles come and go, and the counts of the phrases stay exact. New phrases
/// come with the next build. The lexicon of a delta holds the titles of its articles and the
/// phrases whose counts are not those of the base. For one thread.
class LexiconUpdate {
 public:
  /// Reads the lexicon of the generation in `current`; fails as Lexicon::open() does.
  static Result<LexiconUpdate> open(const std::filesystem::path& current);

  /// Takes out an article. REQUIRES: `article` is what was under `docid`.
  void remove(std::uint32_t docid, const Article& article);
  /// Puts in an article. REQUIRES: nothing is under `docid` any more.
  void add(std::uint32_t docid, const Article& article);

  /// Notes that an article is written anew as it was. REQUIRES: `article` is what is under `docid`.
  void keep(std::uint32_t docid, const Article& article);

  /// Writes the lexicon of the generation that is built in `directory`: that of its delta, or a
  /// whole one when it was merged. `removed` are the docids of the current base that were no more
  /// before this update, ascending. Nothing else after it. Throws std::system_error.
  void write(const std::filesystem::path& directory, std::span<const std::uint32_t> removed);

 private:
  LexiconUpdate(Lexicon base, std::optional<Lexicon> delta);
  void count(const Article& article, std::int32_t by);
  std::vector<LexiconPhrase> phrases(bool changed_only);

  Lexicon base_;
  std::optional<Lexicon> delta_;
  std::vector<std::string> spellings_;      ///< of the base's phrases
  std::unique_ptr<PhraseCounter> counter_;  ///< of the changes
  std::set<std::uint32_t> removed_;
  std::map<std::uint32_t, std::string> added_;  ///< titles by docid
};

}  // namespace tracuu
