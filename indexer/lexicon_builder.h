#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/index/article.h"
#include "common/index/lexicon.h"
#include "common/index/token_streams.h"
#include "indexer/phrase_counter.h"
#include "indexer/phrase_miner.h"

namespace tracuu {

/// Phrases in a lexicon: the commonest.
inline constexpr std::size_t kMostPhrases = 200'000;

/// Returns the title of an article as the lexicon has it: normalized, on one line, cut when it is
/// longer than titles are.
std::string lexicon_title(const Article& article);

/// Returns what of the counted phrases is worth suggesting: no phrase that is nearly always a part
/// of a longer one ("công nghệ thông" of "công nghệ thông tin"), none over kLongestPhrase, none in
/// less than two articles, and the kMostPhrases commonest of the rest.
std::vector<LexiconPhrase> worth_suggesting(const std::vector<LexiconPhrase>& counted);

/// Makes the lexicon of a new generation: see() each article, find the phrases of their titles,
/// count the articles that have them in their token streams, write.
class LexiconBuilder {
 public:
  /// Takes the title of an article; for one thread.
  void see(std::uint32_t docid, const Article& article);
  /// Ends the first pass.
  void find_phrases();
  /// Counts the phrases of all articles on `threads` threads. REQUIRES: find_phrases() was called.
  void count(const TokenStreams& streams, std::size_t threads);
  /// Writes the lexicon into the directory of the build; the builder is empty after it. Equal
  /// articles under equal docids give equal bytes. Throws std::system_error.
  void write(const std::filesystem::path& directory);

 private:
  std::vector<LexiconTitle> titles_;
  std::vector<std::string> spellings_;
  std::unique_ptr<PhraseCounter> counter_;
};

}  // namespace tracuu
