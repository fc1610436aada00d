#pragma once

#include <xapian.h>

#include "common/index/article.h"
#include "indexer/article_tokens.h"
#include "indexer/reprints.h"

namespace tracuu {

/// Turns an article into the document that the index stores, by common/index/schema.h:
/// - folded syllables without prefix, canonical keys of words, and folded bigrams of neighbours in
///   one sentence, all without positions: the order of words is in the token streams;
/// - the same three for the title alone under prefixes of their own;
/// - boolean terms and packed value slots of every field; the whole article as the data;
/// - the name of its reprint group and the keys by which an update finds it.
/// Pure and thread-safe; never fails on a valid article.
Xapian::Document build_document(const Article& article, const ArticleTokens& tokens,
                                const ReprintMarks& reprint = {});
/// The same, of tokens_of() the article.
Xapian::Document build_document(const Article& article, const ReprintMarks& reprint = {});

/// Returns the term of one of the keys of a sketch.
std::string reprint_key_term(std::uint32_t key);

}  // namespace tracuu
