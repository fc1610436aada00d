#pragma once

#include <xapian.h>

#include "common/index/article.h"
#include "indexer/reprints.h"

namespace tracuu {

/// Turns an article into the document that the index stores, by common/index/schema.h:
/// - boolean terms and packed value slots of every field; the whole article as the data;
/// - the name of its reprint group and the keys by which an update finds it.
/// The words of the text are not among its terms, see common/index/text_term.h.
/// Pure and thread-safe; never fails on a valid article.
Xapian::Document build_document(const Article& article, const ReprintMarks& reprint = {});

/// Returns the term of one of the keys of a sketch.
std::string reprint_key_term(std::uint32_t key);

}  // namespace tracuu
