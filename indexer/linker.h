#pragma once

#include <vector>

#include "common/index/article.h"

namespace tracuu {

// How sure a rule is of the paper it chose.
inline constexpr float kDateWritten = 1.0F;
inline constexpr float kYearInNumber = 0.95F;
inline constexpr float kOnlyLandmark = 0.9F;
inline constexpr float kLandmarkBySubject = 0.7F;

/// Resolves the document mentions of an article to the papers they mean, in order of first mention.
/// A number alone is no identity, so a mention is resolved by, in order: the issue date written
/// beside it or beside another mention of the number in the article; the only landmark document of
/// that number that existed when the article was published; its subject words, where several did; a
/// year in the number ("174/2013/NĐ-CP"), which makes it one paper though its date stays unknown.
/// What stays open stays open, with confidence 0 and the reason. A short form ("Nghị quyết 36")
/// joins the full number of the same type in the article, else the landmark whose subject the
/// article shares. Papers of local issuers (TU, UBND, HĐND) belong to the province named behind
/// them
/// ("của UBND tỉnh Nghệ An"), else to `article.primary_province`. What one article cannot decide,
/// see CorpusLinker. Pure, thread-safe. REQUIRES: entities, published and primary_province are set.
std::vector<DocumentIdentity> link_documents(const Article& article);

}  // namespace tracuu
