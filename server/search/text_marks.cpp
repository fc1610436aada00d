#include "server/search/text_marks.h"

#include <algorithm>
#include <bit>
#include <span>

#include "common/text/normalize.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostBits = 64;
constexpr std::size_t kBytesAToken = 5;  // in news, about

constexpr std::uint64_t bit(std::size_t index) {
  return std::uint64_t{1} << index;
}

/// One of 64 kinds of folded words, told by a look at two letters: most words of a text are of
/// none that a query has.
std::uint64_t kind_of(std::string_view folded) {
  if (folded.empty()) {
    return 0;
  }
  const auto first = static_cast<unsigned char>(folded.front());
  const auto last = static_cast<unsigned char>(folded.back());
  return bit((first * 7U + last + folded.size() * 29U) % kMostBits);
}

/// Marks the tokens that lie in mentions. REQUIRES: both sorted.
void mark_mentions(std::span<MarkedToken> tokens, const std::vector<Span>& mentions) {
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
  if (syllable.unfinished) {
    return add_start(syllable);
  }
  std::vector<Wanted>& wanted = wanted_by_folded_[syllable.folded];
  kinds_ |= kind_of(syllable.folded);
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

std::optional<std::size_t> TextMarks::add_start(const QuerySyllable& syllable) {
  WordStart start(syllable);
  const auto known = std::ranges::find(starts_, start, [](const auto& one) { return one.first; });
  if (known != starts_.end()) {
    return static_cast<std::size_t>(std::countr_zero(known->second));
  }
  if (bits_ == kMostBits) {
    return std::nullopt;
  }
  alone_ |= bit(bits_);
  starts_.emplace_back(std::move(start), bit(bits_));
  return bits_++;
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

std::vector<MarkedToken> TextMarks::find(std::string_view text, const std::vector<Span>& mentions,
                                         std::uint64_t typed) const {
  const NormalizedText normalized_text = normalize(text);
  std::vector<MarkedToken> tokens;
  std::vector<std::uint64_t> others;  // by token, what it is in another writing
  tokens.reserve(text.size() / kBytesAToken);
  others.reserve(tokens.capacity());
  TokenReader reader(normalized_text.text);
  Token token;
  while (reader.next(token)) {
    MarkedToken& marked = tokens.emplace_back();
    marked.span = normalized_text.to_original(token.span);
    marked.starts_sentence = token.starts_sentence;
    const Writings writings = writings_of(token.folded, token.key);
    marked.syllables = writings.exact;
    others.push_back(writings.other);
    typed |= writings.exact;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    tokens[i].syllables |= others[i] & ~typed;
  }
  mark(tokens);
  mark_mentions(tokens, mentions);
  return tokens;
}

void TextMarks::mark(std::vector<MarkedToken>& tokens) const {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    MarkedToken& token = tokens[i];
    if (token.syllables == 0) {
      continue;
    }
    token.marked = token.marked || (token.syllables & alone_) != 0;
    if (i == 0 || token.starts_sentence) {
      continue;
    }
    MarkedToken& before = tokens[i - 1];
    const std::uint64_t pairs = pairs_of(before.syllables, token.syllables);
    if (pairs != 0) {
      before.pairs |= pairs;
      token.pairs |= pairs;
      before.marked = true;
      token.marked = true;
      token.joined = true;
    }
  }
}

TextMarks::Writings TextMarks::writings_of(std::string_view folded, std::string_view key) const {
  Writings writings;
  for (const auto& [start, one] : starts_) {
    writings.exact |= start.agrees(folded, key) ? one : 0;
  }
  if ((kinds_ & kind_of(folded)) == 0) {
    return writings;
  }
  const auto wanted = wanted_by_folded_.find(folded);
  if (wanted == wanted_by_folded_.end()) {
    return writings;
  }
  for (const Wanted& syllable : wanted->second) {
    // A word without marks has one writing only: its folded form.
    const bool exact = !syllable.marked || key == folded || syllable.key == key;
    (exact ? writings.exact : writings.other) |= bit(syllable.bit);
  }
  return writings;
}

std::uint64_t TextMarks::starts_of(std::string_view key) const {
  std::uint64_t found = 0;
  for (const auto& [start, one] : starts_) {
    // Letters with a mark, and all others beyond ASCII, begin with a byte of 0x80 or more.
    const bool may_be = !key.empty() && (key[0] == start.folded()[0] || (key[0] & 0x80) != 0);
    found |= may_be && start.agrees(fold(key), key) ? one : 0;
  }
  return found;
}

std::vector<std::string_view> TextMarks::folded_forms() const {
  std::vector<std::string_view> forms;
  forms.reserve(wanted_by_folded_.size());
  for (const auto& [folded, wanted] : wanted_by_folded_) {
    forms.push_back(folded);
  }
  return forms;
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
