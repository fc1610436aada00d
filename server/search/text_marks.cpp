#include "server/search/text_marks.h"

#include <algorithm>
#include <span>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostBits = 64;
constexpr std::size_t kFirstBytes = 1'024;
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
  MarkedText marked(*this, text, mentions);
  while (marked.read_on()) {
  }
  return marked.take();
}

bool MarkedText::read_on() {
  const std::size_t first = tokens_.size();
  const std::size_t wanted = std::max(2 * read_, kFirstBytes);
  const std::size_t end = wanted < text_.size() ? text_.find(' ', wanted) : text_.npos;
  const bool is_last = end == text_.npos;
  read_to(is_last ? text_.size() : end);
  std::size_t changed = first;
  if (is_last) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::uint64_t other = others_[i] & ~exact_;
      tokens_[i].syllables |= other;
      changed = other != 0 ? std::min(changed, i) : changed;
    }
  }
  mark_from(changed);
  return !is_last;
}

void MarkedText::read_to(std::size_t end) {
  // Whether a sentence starts depends on the token before: that is read again.
  const std::size_t begin = tokens_.empty() ? 0 : tokens_.back().span.begin;
  const NormalizedText normalized_text = normalize(text_.substr(begin, end - begin));
  tokens_.reserve(tokens_.size() + (end - begin) / kBytesAToken);
  others_.reserve(tokens_.capacity());
  const auto moved = static_cast<std::uint32_t>(begin);
  TokenReader reader(normalized_text.text);
  Token token;
  if (!tokens_.empty()) {
    reader.next(token);
  }
  while (reader.next(token)) {
    MarkedToken& marked = tokens_.emplace_back();
    const Span span = normalized_text.to_original(token.span);
    marked.span = {span.begin + moved, span.end + moved};
    marked.starts_sentence = token.starts_sentence;
    const TextMarks::Writings writings = marks_.writings_of(token);
    marked.syllables = writings.exact;
    others_.push_back(writings.other);
    exact_ |= writings.exact;
  }
  read_ = end;
}

void MarkedText::mark_from(std::size_t first) {
  for (std::size_t i = first; i < tokens_.size(); ++i) {
    MarkedToken& token = tokens_[i];
    token.marked = token.marked || (token.syllables & marks_.alone_) != 0;
    if (i == 0 || token.starts_sentence) {
      continue;
    }
    MarkedToken& before = tokens_[i - 1];
    const std::uint64_t pairs = marks_.pairs_of(before.syllables, token.syllables);
    if (pairs != 0) {
      before.pairs |= pairs;
      token.pairs |= pairs;
      before.marked = true;
      token.marked = true;
      token.joined = true;
    }
  }
  mark_mentions(std::span(tokens_).subspan(first), mentions_);
}

TextMarks::Writings TextMarks::writings_of(const Token& token) const {
  Writings writings;
  if ((kinds_ & kind_of(token.folded)) == 0) {
    return writings;
  }
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
