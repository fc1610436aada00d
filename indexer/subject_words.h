#pragma once

#include <set>
#include <string>
#include <string_view>

#include "common/index/article.h"

namespace tracuu {

/// What a stretch of text speaks of: folded pairs of neighbouring syllables in one sentence, short
/// forms written out ("ứng dụng CNTT" has "ung dung", "dung cong", "cong nghe", "nghe thong" ...).
using SubjectWords = std::set<std::string, std::less<>>;

/// Adds the subject words of `text`, valid UTF-8 of any spelling, to `words`. Linear.
void add_subject_words(std::string_view text, SubjectWords& words);

/// Returns those of `wanted` that are among the subject words of `text`. Linear.
SubjectWords subject_words_among(const SubjectWords& wanted, std::string_view text);

/// Returns the subject words of the title and of the sentences around the mentions of `identity`,
/// without the written numbers and their dates, which every homonym shares. At most the first 8
/// mentions are looked at. REQUIRES: `identity` is one of the article's documents.
SubjectWords subject_words_of(const Article& article, const DocumentIdentity& identity);

}  // namespace tracuu
