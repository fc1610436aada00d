#pragma once

#include <xapian.h>

#include "common/index/article.h"
#include "indexer/reprints.h"

namespace tracuu {

/// Turns an article into the document that the index stores, by common/index/schema.h:
/// - folded syllables without prefix, with positions from 1 (one skipped before each sentence, 100
///   between title and body), so that a phrase never runs over a sentence end;
/// - canonical keys of words and folded bigrams of neighbours in one sentence, without positions;
/// - the same three for the title alone under prefixes of their own;
/// - boolean terms and packed value slots of every field; the whole article as the data;
/// - the name of its reprint group and the keys by which an update finds it.
/// Pure and thread-safe; never fails on a valid article.
Xapian::Document build_document(const Article& article, const ReprintMarks& reprint = {});

/// Returns the term of one of the keys of a sketch.
std::string reprint_key_term(std::uint32_t key);

}  // namespace tracuu
