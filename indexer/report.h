#pragma once

#include <string>

#include "common/index/generation.h"
#include "indexer/article_reader.h"
#include "indexer/pipeline.h"

namespace tracuu {

/// Returns the summary of a run as one JSON object on one line: generation, counts, rates,
/// charsets, and every rejected page with its reason.
std::string to_json(const IndexReport& report);

/// Returns what a generation says about itself as one JSON object on one line: articles, build
/// time, schema version, the summary of the run that built it, the bytes of each part and the
/// digest of its contents, for which everything is read. Throws std::runtime_error with a sentence
/// when its database cannot be opened.
std::string stats_json(const Generation& generation);

/// Returns what was extracted from an article as one JSON object on one line: id, doc (file name),
/// title, published, source, author, provinces, primary_province, documents, dates, officials.
/// Dates are YYYY-MM-DD, YYYY-MM or YYYY: a range is printed as its two years, a quarter as its
/// year, a day whose year is not known not at all. A paper has the date beside any of its mentions,
/// a person each post once; words are printed as on the page, blanks as one blank.
std::string to_extract_json(const Article& article);

/// Tells in plain text how one page was read: charset, every line with its kind, title, date with
/// provenance, source, author, locality, and each entity with the sentence that says it.
std::string explain(const ReadArticle& read);

}  // namespace tracuu
