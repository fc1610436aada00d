#include "indexer/article_tokens.h"

#include "common/text/normalize.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestWord = 64;  ///< bytes

}  // namespace

ArticleTokens tokens_of(const Article& article) {
  return {tokenize(normalized(article.title())), tokenize(normalized(article.body()))};
}

bool is_indexed(const Token& token) {
  return !token.folded.empty() && token.folded.size() <= kLongestWord;
}

}  // namespace tracuu
