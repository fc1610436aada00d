#include "server/search/author_spelling.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostRead = 3;        ///< articles
constexpr std::size_t kMostBytes = 16'384;  ///< of one article

struct Spelling {
  std::size_t times = 0;
  std::string text;  ///< small, if seen so
  bool small = false;
};

/// By canonical key.
using Spellings = std::map<std::string, Spelling>;

/// Whether `tokens` begin with the words, in one sentence.
bool stands_at(std::span<const Token> tokens, std::span<const std::string> words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (tokens[i].folded != words[i] || (i > 0 && tokens[i].starts_sentence)) {
      return false;
    }
  }
  return true;
}

/// Counts how the word at `place` is spelled wherever the words stand together in `text`.
void count(std::string_view text, std::span<const std::string> words, std::size_t place,
           Spellings& spellings) {
  const std::string normalized_text = normalized(text);
  const std::vector<Token> tokens = tokenize(normalized_text);
  for (std::size_t at = 0; at + words.size() <= tokens.size(); ++at) {
    if (!stands_at(std::span(tokens).subspan(at, words.size()), words)) {
      continue;
    }
    const Token& token = tokens[at + place];
    Spelling& spelling = spellings[token.key];
    ++spelling.times;
    if (spelling.text.empty() || (!spelling.small && !token.capitalized)) {
      spelling.text = slice(normalized_text, token.span);
      spelling.small = !token.capitalized;
    }
  }
}

/// Returns the articles that have all the bigrams of `words`.
ArticleSet bearing_all(const TermReader& reader, std::span<const std::string> words) {
  ArticleSet articles = reader.index().columns().live();
  for (std::size_t i = 1; i < words.size(); ++i) {
    ArticleSet bearing(reader.ordinals());
    reader.postings(term_of(kBigramPrefix, words[i - 1] + ' ' + words[i]))
        .add_to(bearing, articles);
    articles = std::move(bearing);
  }
  return articles;
}

}  // namespace

std::optional<std::string> author_spelling(const TermReader& reader,
                                           std::span<const std::string> words, std::size_t place) {
  Spellings spellings;
  const ArticleSet bearing = bearing_all(reader, words);
  auto found = bearing.first_from(0);
  for (std::size_t read = 0; found && read < kMostRead; ++read) {
    const Article article = reader.index().stored().article(reader.docid_of(*found));
    count(article.title(), words, place, spellings);
    count(clip_utf8(article.body(), kMostBytes), words, place, spellings);
    found = bearing.first_from(*found + 1);
  }
  const auto commonest = std::max_element(
      spellings.begin(), spellings.end(),
      [](const auto& a, const auto& b) { return a.second.times < b.second.times; });
  return commonest == spellings.end() ? std::nullopt : std::optional(commonest->second.text);
}

}  // namespace tracuu
