#pragma once

#include <string_view>

#include "common/result.h"
#include "server/query/known_names.h"
#include "server/query/query.h"

namespace tracuu {

/// Understands what was typed: words, "exact phrases", -exclusions (only before a word or a quote,
/// never inside a number: "13 -NQ/TW"), OR between two things, and bare document numbers in every
/// written form ("nghi quyet 36", "36 nq tw", "NQ36", "36-NQ/TW"), provinces and officials. Short
/// forms bring their long ones and back (find_abbreviations()): either may be in an article.
/// Syntax never fails: an unbalanced quote, a lone "-" or "OR" is taken as what it can be, or left
/// out. Fails only over kMostSyllables distinct syllables, saying so.
/// Officials are those of `names`. Pure, thread-safe. REQUIRES: `q` is valid UTF-8.
Result<Query> understand(std::string_view q, const KnownNames* names = nullptr);

/// Prints a query for `explain` and tests, one line: what is asked for, then what is excluded, then
/// after '~' what need not be there ("+~" says little, but must be there). Syllables typed with
/// marks by canonical key, others folded; of an entity the field and term; after '|' the syllables
/// that do as well.
/// `nghị quyết 36 hai phong cntt -"quảng cáo"` is
/// "document:XC:NQ 36 mentioned:XM:Hải Phòng|hai phong +cntt|cong nghe thong tin
/// -\"quang3 cao1\"". A word that is not finished ends in '*'.
std::string describe(const Query& query);

/// Prints what each stage of understanding makes of `normalized`, a line a stage: its tokens, its
/// pieces by syntax, its units. Of officials it knows nothing.
std::string describe_stages(std::string_view normalized);

}  // namespace tracuu
