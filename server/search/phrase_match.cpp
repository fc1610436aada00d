#include "server/search/phrase_match.h"

#include <algorithm>
#include <span>

#include "common/index/article.h"
#include "common/index/schema.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "server/search/ranking_terms.h"
#include "server/search/stored_article.h"

namespace tracuu {
namespace {

/// Numbers are indexed in one form only.
bool has_accented_layer(const QuerySyllable& syllable) {
  return syllable.marked && !is_number(syllable);
}

std::string bigram_term(const QuerySyllable& left, const QuerySyllable& right) {
  return term_of(kBigramPrefix, left.folded + ' ' + right.folded);
}

bool fits(const Token& token, const QuerySyllable& syllable) {
  return token.folded == syllable.folded && (!syllable.marked || token.key == syllable.key);
}

bool stands_at(std::span<const Token> tokens, const std::vector<QuerySyllable>& syllables) {
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    if (!fits(tokens[i], syllables[i]) || (i > 0 && tokens[i].starts_sentence)) {
      return false;
    }
  }
  return true;
}

bool has_phrase(std::string_view text, const std::vector<QuerySyllable>& syllables) {
  const std::string normalized_text = normalized(text);
  const std::vector<Token> tokens = tokenize(normalized_text);
  for (std::size_t i = 0; i + syllables.size() <= tokens.size(); ++i) {
    if (stands_at(std::span(tokens).subspan(i, syllables.size()), syllables)) {
      return true;
    }
  }
  return false;
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

PhraseMatch::PhraseMatch(const Xapian::Database& database,
                         const std::vector<QuerySyllable>& syllables)
    : database_(database), syllables_(syllables) {
  std::vector<std::string> seen;
  for (const QuerySyllable& syllable : syllables) {
    const bool again = std::find(seen.begin(), seen.end(), syllable.key) != seen.end();
    if (!has_accented_layer(syllable) || again) {
      continue;
    }
    seen.push_back(syllable.key);
    const auto times = std::count_if(
        syllables.begin(), syllables.end(),
        [&](const QuerySyllable& other) { return other.marked && other.key == syllable.key; });
    marked_.push_back({database.postlist_begin(syllable.folded),
                       database.postlist_begin(term_of(kAccentedPrefix, syllable.key)),
                       static_cast<std::size_t>(times)});
  }
  if (syllables.size() == 2) {
    bigram_ = database.postlist_begin(bigram_term(syllables[0], syllables[1]));
  }
  told_by_terms_ = syllables.size() == 1 || (syllables.size() == 2 && marked_.empty());
}

bool PhraseMatch::holds(Xapian::docid docid) {
  if (told_by_terms_) {
    return true;
  }
  const std::size_t found = occurrences(docid);
  if (found == 0 || marked_.empty()) {
    return found > 0;
  }
  // Each syllable in another writing can spoil one occurrence for each of its places in the phrase;
  // when there are fewer of them than occurrences, one occurrence is as typed.
  return found > other_writings(docid) || text_holds(docid);
}

std::size_t PhraseMatch::occurrences(Xapian::docid docid) {
  if (bigram_) {
    bigram_->skip_to(docid);
    return bigram_->get_wdf();
  }
  std::vector<std::vector<Xapian::termpos>> positions;
  positions.reserve(syllables_.size());
  for (const QuerySyllable& syllable : syllables_) {
    positions.emplace_back(database_.positionlist_begin(docid, syllable.folded),
                           database_.positionlist_end(docid, syllable.folded));
  }
  std::size_t found = 0;
  for (const Xapian::termpos start : positions[0]) {
    bool complete = true;
    for (std::size_t i = 1; complete && i < positions.size(); ++i) {
      complete = std::binary_search(positions[i].begin(), positions[i].end(),
                                    start + static_cast<Xapian::termpos>(i));
    }
    found += complete ? 1 : 0;
  }
  return found;
}

std::size_t PhraseMatch::other_writings(Xapian::docid docid) {
  std::size_t others = 0;
  for (MarkedSyllable& syllable : marked_) {
    syllable.folded.skip_to(docid);
    syllable.accented.skip_to(docid);
    others += (syllable.folded.get_wdf() - syllable.accented.get_wdf()) * syllable.times;
  }
  return others;
}

bool PhraseMatch::text_holds(Xapian::docid docid) const {
  const Article article = stored_article(database_, docid);
  return has_phrase(article.title(), syllables_) || has_phrase(article.body(), syllables_);
}

}  // namespace tracuu
