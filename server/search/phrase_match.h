#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <vector>

#include "common/index/token_streams.h"
#include "server/query/query.h"

namespace tracuu {

/// Terms that every article with the phrase bears: its bigrams, or its one syllable, and the
/// canonical keys of the syllables that were typed with marks.
std::vector<std::string> terms_of_phrase(const std::vector<QuerySyllable>& syllables);

/// Returns whether these alone tell who has the phrase, so that PhraseMatch need not be asked.
bool told_by_terms(const std::vector<QuerySyllable>& syllables);

/// Tells whether articles hold a phrase: its syllables side by side in one sentence, those typed
/// with marks in exactly that writing (as far as the canonical key tells: "hòa" is "hoà"), the
/// others in any. Reads no text: a stream is scanned for the rarest word of the phrase, many units
/// at a time. Thread-safe.
class PhraseMatch {
 public:
  /// `streams` must outlive this. REQUIRES: at least one syllable.
  PhraseMatch(const TokenStreams& streams, const std::vector<QuerySyllable>& syllables);

  /// Returns whether the article has the phrase. Linear in its length.
  bool holds(Xapian::docid docid) const { return holds(streams_.of(docid)); }
  /// The same by its place among the docids of the streams, without a search for it.
  bool holds_at(std::size_t place) const { return holds(streams_.at(place)); }

 private:
  bool holds(std::span<const StreamUnit> units) const;
  bool stands_around(std::span<const StreamUnit> units, std::size_t anchor) const;

  const TokenStreams& streams_;
  std::vector<WordIds> words_;  ///< what fits each syllable; none when no article has one of them
  std::size_t anchor_ = 0;      ///< place of the rarest
};

}  // namespace tracuu
