#include "server/search/text_marks.h"

#include <algorithm>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostBits = 64;

constexpr std::uint64_t bit(std::size_t index) {
  return std::uint64_t{1} << index;
}

/// Marks the tokens that lie in mentions. REQUIRES: both sorted.
void mark_mentions(std::vector<MarkedToken>& tokens, const std::vector<Span>& mentions) {
  auto mention = mentions.begin();
  const Span* last = nullptr;
  for (MarkedToken& token : tokens) {
    while (mention != mentions.end() && mention->end <= token.span.begin) {
      ++mention;
    }
    const bool inside = mention != mentions.end() && mention->contains(token.span);
    token.mentioned = inside;
    token.marked = token.marked || inside;
    token.joined = token.joined || (inside && last == &*mention);
    last = inside ? &*mention : nullptr;
  }
}

}  // namespace

TextMarks::TextMarks(const Query& query) {
  const bool only_stops = std::all_of(query.syllables.begin(), query.syllables.end(),
                                      [](const QuerySyllable& syllable) { return syllable.stop; });
  std::optional<std::size_t> previous;
  for (const QuerySyllable& syllable : query.syllables) {
    const auto added = add(syllable, !syllable.stop || only_stops);
    if (syllable.follows) {
      add_pair(previous, added);
    }
    previous = added;
  }
  for (const QueryGroup& group : query.groups) {
    for (const QueryClause& clause : group.alternatives) {
      if (clause.kind != QueryClause::Kind::kEntity) {
        add_clause(clause);
      }
    }
  }
}

void TextMarks::add_clause(const QueryClause& clause) {
  std::optional<std::size_t> previous;
  for (const QuerySyllable& syllable : clause.syllables) {
    const auto added = add(syllable, clause.syllables.size() == 1 && !syllable.stop);
    if (&syllable != &clause.syllables.front()) {
      add_pair(previous, added);
    }
    previous = added;
  }
}

std::optional<std::size_t> TextMarks::add(const QuerySyllable& syllable, bool alone) {
  std::vector<Wanted>& wanted = wanted_by_folded_[syllable.folded];
  auto known = std::find_if(wanted.begin(), wanted.end(), [&](const Wanted& other) {
    return other.marked == syllable.marked && other.key == syllable.key;
  });
  if (known == wanted.end()) {
    if (bits_ == kMostBits) {
      return std::nullopt;
    }
    known = wanted.insert(wanted.end(), {syllable.key, syllable.marked, bits_++});
  }
  if (alone) {
    alone_ |= bit(known->bit);
  }
  return known->bit;
}

void TextMarks::add_pair(std::optional<std::size_t> left, std::optional<std::size_t> right) {
  if (!left || !right || pairs_.size() == kMostBits) {
    return;
  }
  const std::pair pair(bit(*left), bit(*right));
  if (std::find(pairs_.begin(), pairs_.end(), pair) == pairs_.end()) {
    pairs_.push_back(pair);
  }
}

std::vector<MarkedToken> TextMarks::find(std::string_view text,
                                         const std::vector<Span>& mentions) const {
  const NormalizedText normalized_text = normalize(text);
  const std::vector<Token> tokens = tokenize(normalized_text.text);
  std::vector<MarkedToken> found(tokens.size());
  std::vector<std::uint64_t> others(tokens.size());
  std::uint64_t exact_anywhere = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    found[i].span = normalized_text.to_original(tokens[i].span);
    found[i].starts_sentence = tokens[i].starts_sentence;
    const Writings writings = writings_of(tokens[i]);
    found[i].syllables = writings.exact;
    others[i] = writings.other;
    exact_anywhere |= writings.exact;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    found[i].syllables |= others[i] & ~exact_anywhere;
    found[i].marked = (found[i].syllables & alone_) != 0;
    if (i == 0 || found[i].starts_sentence) {
      continue;
    }
    const std::uint64_t pairs = pairs_of(found[i - 1].syllables, found[i].syllables);
    if (pairs != 0) {
      found[i - 1].pairs |= pairs;
      found[i].pairs |= pairs;
      found[i - 1].marked = true;
      found[i].marked = true;
      found[i].joined = true;
    }
  }
  mark_mentions(found, mentions);
  return found;
}

TextMarks::Writings TextMarks::writings_of(const Token& token) const {
  Writings writings;
  const auto wanted = wanted_by_folded_.find(token.folded);
  if (wanted == wanted_by_folded_.end()) {
    return writings;
  }
  for (const Wanted& syllable : wanted->second) {
    const bool exact = !syllable.marked || !token.marked || syllable.key == token.key;
    (exact ? writings.exact : writings.other) |= bit(syllable.bit);
  }
  return writings;
}

std::uint64_t TextMarks::pairs_of(std::uint64_t left, std::uint64_t right) const {
  if (left == 0 || right == 0) {
    return 0;
  }
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if ((pairs_[i].first & left) != 0 && (pairs_[i].second & right) != 0) {
      found |= bit(i);
    }
  }
  return found;
}

}  // namespace tracuu
