#pragma once

#include <vector>

#include "server/query/abbreviations.h"
#include "server/query/query.h"

namespace tracuu {

/// Returns what may stand for the word at `token` and those it is typed with: the other forms of
/// all abbreviations that it is part of.
std::vector<QueryClause> expansions_at(const std::vector<TypedAbbreviation>& abbreviations,
                                       std::size_t token);

/// Returns what may stand for exactly `tokens`, an operand of OR.
std::vector<QueryClause> expansions_of(const std::vector<TypedAbbreviation>& abbreviations,
                                       TokenRange tokens);

/// Returns all other forms, for ranking. REQUIRES: `syllables` are Query::syllables of `typed`.
std::vector<QueryExpansion> ranked_expansions(const TypedText& typed,
                                              const std::vector<TypedAbbreviation>& abbreviations,
                                              const std::vector<QuerySyllable>& syllables);

}  // namespace tracuu
