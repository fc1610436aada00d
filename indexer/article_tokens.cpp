#include "indexer/article_tokens.h"

#include <utility>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestWord = 64;  ///< bytes

}  // namespace

ArticleTokens tokens_of(const Article& article) {
  std::string body = normalized(article.body());
  std::vector<Token> tokens = tokenize(body);
  return {tokenize(normalized(article.title())), std::move(tokens), std::move(body)};
}

bool is_indexed(const Token& token) {
  return !token.folded.empty() && token.folded.size() <= kLongestWord;
}

}  // namespace tracuu
