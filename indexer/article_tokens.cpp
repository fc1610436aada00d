#include "indexer/article_tokens.h"

#include <limits>
#include <utility>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestWord = 64;  ///< bytes

std::vector<StreamUnit> places_of(const NormalizedText& body, const std::vector<Token>& tokens) {
  std::vector<StreamUnit> places;
  std::size_t words = 0;
  std::uint32_t last = 0;
  for (const Token& token : tokens) {
    if (!is_indexed(token)) {
      continue;
    }
    if (words > 0 && words % kWordsAPlace == 0) {
      const std::uint32_t place = body.to_original(token.span).begin;
      if (place - last > std::numeric_limits<StreamUnit>::max()) {
        break;
      }
      places.push_back(static_cast<StreamUnit>(place - last));
      last = place;
    }
    ++words;
  }
  return places;
}

}  // namespace

ArticleTokens tokens_of(const Article& article) {
  NormalizedText body = normalize(article.body());
  std::vector<Token> tokens = tokenize(body.text);
  std::vector<StreamUnit> places = places_of(body, tokens);
  return {tokenize(normalized(article.title())), std::move(tokens), std::move(body.text),
          std::move(places)};
}

bool is_indexed(const Token& token) {
  return !token.folded.empty() && token.folded.size() <= kLongestWord;
}

}  // namespace tracuu
