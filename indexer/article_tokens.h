#pragma once

#include <string>
#include <vector>

#include "common/index/article.h"
#include "common/index/token_streams.h"
#include "common/text/tokens.h"

namespace tracuu {

/// The tokens of an article as they are indexed.
struct ArticleTokens {
  std::vector<Token> title;
  std::vector<Token> body;
  std::string body_text;           ///< normalized, in which the spans of `body` lie
  std::vector<StreamUnit> places;  ///< of `body`, see TokenStreams::places_at()
};

/// Normalizes and tokenizes the title and the body of an article.
ArticleTokens tokens_of(const Article& article);

/// Returns whether a token is a word of the index: a mark that stands alone folds to nothing, and
/// what is longer than 64 bytes is an encoding.
bool is_indexed(const Token& token);

}  // namespace tracuu
