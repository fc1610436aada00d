#include "server/search/phrase_match.h"

#include <algorithm>
#include <span>

#include "common/index/schema.h"
#include "server/search/processor.h"

namespace tracuu {
namespace {

/// Numbers are indexed in one form only.
bool has_accented_layer(const QuerySyllable& syllable) {
  return syllable.marked && !is_number(syllable);
}

std::string bigram_term(const QuerySyllable& left, const QuerySyllable& right) {
  return term_of(kBigramPrefix, left.folded + ' ' + right.folded);
}

WordIds words_for(const TokenStreams& streams, const QuerySyllable& syllable) {
  return syllable.marked ? streams.with_key(syllable.folded, syllable.key)
                         : streams.with_folded(syllable.folded);
}

/// Returns the first place from `begin` on where a unit lies in [first, last], or the end. Whole
/// blocks without one are passed by comparing all their units at once.
TRACUU_VECTOR_CLONES std::size_t find_unit(std::span<const StreamUnit> units, std::size_t begin,
                                           StreamUnit first, StreamUnit last) {
  constexpr std::size_t kBlock = 32;
  const auto width = static_cast<StreamUnit>(last - first);
  const auto fits = [&](StreamUnit unit) { return static_cast<StreamUnit>(unit - first) <= width; };
  while (units.size() - begin >= kBlock) {
    StreamUnit any = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      any |= static_cast<StreamUnit>(fits(units[begin + i]) ? 1 : 0);
    }
    if (any != 0) {
      break;
    }
    begin += kBlock;
  }
  while (begin < units.size() && !fits(units[begin])) {
    ++begin;
  }
  return begin;
}

/// Returns the place of the unit with which the word before `place` starts. REQUIRES: place > 0.
std::size_t word_before(std::span<const StreamUnit> units, std::size_t place) {
  return units[place - 1] >= kSecondOfTwo && place > 1 ? place - 2 : place - 1;
}

void push_new(std::vector<std::string>& terms, std::string term) {
  if (std::find(terms.begin(), terms.end(), term) == terms.end()) {
    terms.push_back(std::move(term));
  }
}

}  // namespace

std::vector<std::string> terms_of_phrase(const std::vector<QuerySyllable>& syllables) {
  std::vector<std::string> terms;
  if (syllables.size() == 1 && !has_accented_layer(syllables[0])) {
    terms.push_back(syllables[0].folded);
  }
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    if (i > 0) {
      push_new(terms, bigram_term(syllables[i - 1], syllables[i]));
    }
    if (has_accented_layer(syllables[i])) {
      push_new(terms, term_of(kAccentedPrefix, syllables[i].key));
    }
  }
  return terms;
}

bool told_by_terms(const std::vector<QuerySyllable>& syllables) {
  return syllables.size() == 1 ||
         (syllables.size() == 2 &&
          std::none_of(syllables.begin(), syllables.end(), has_accented_layer));
}

PhraseMatch::PhraseMatch(const TokenStreams& streams, const std::vector<QuerySyllable>& syllables)
    : streams_(streams) {
  for (const QuerySyllable& syllable : syllables) {
    words_.push_back(words_for(streams, syllable));
  }
  const auto none = [](WordIds words) { return words.empty(); };
  if (std::any_of(words_.begin(), words_.end(), none)) {
    words_.clear();
    return;
  }
  // Numbers grow with rarity.
  const auto rarest = std::max_element(words_.begin(), words_.end(),
                                       [](WordIds a, WordIds b) { return a.begin < b.begin; });
  anchor_ = static_cast<std::size_t>(rarest - words_.begin());
}

bool PhraseMatch::holds(std::span<const StreamUnit> units) const {
  if (words_.empty()) {
    return false;
  }
  const WordIds anchor = words_[anchor_];
  const StreamUnit first = first_unit(anchor.begin);
  const StreamUnit last = first_unit(anchor.end - 1);
  for (std::size_t at = find_unit(units, 0, first, last); at < units.size();
       at = find_unit(units, at + 1, first, last)) {
    if (stands_around(units, at)) {
      return true;
    }
  }
  return false;
}

bool PhraseMatch::stands_around(std::span<const StreamUnit> units, std::size_t anchor) const {
  std::size_t start = anchor;
  for (std::size_t i = 0; i < anchor_; ++i) {
    if (start == 0) {
      return false;
    }
    start = word_before(units, start);
  }
  StreamReader reader(units.subspan(start));
  return std::all_of(words_.begin(), words_.end(), [&](WordIds words) {
    return !reader.at_end() && words.contains(reader.next());
  });
}

}  // namespace tracuu
