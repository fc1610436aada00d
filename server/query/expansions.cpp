#include "server/query/expansions.h"

#include <algorithm>

namespace tracuu {
namespace {

std::vector<QuerySyllable> syllables_of(std::string_view text) {
  std::vector<QuerySyllable> syllables;
  for (const Token& token : tokenize(text)) {
    // Not marked: like a bare word it is found in every writing.
    syllables.push_back({.folded = token.folded,
                         .key = token.key,
                         .marked = false,
                         .stop = false,
                         .follows = !syllables.empty(),
                         .span = {}});
  }
  return syllables;
}

/// Appends one clause for each other form.
void append_clauses(const TypedAbbreviation& abbreviation, std::vector<QueryClause>& clauses) {
  for (const std::string& other : abbreviation.others) {
    QueryClause clause;
    clause.kind = QueryClause::Kind::kExpansion;
    clause.syllables = syllables_of(other);
    clauses.push_back(std::move(clause));
  }
}

}  // namespace

std::vector<QueryClause> expansions_at(const std::vector<TypedAbbreviation>& abbreviations,
                                       std::size_t token) {
  std::vector<QueryClause> clauses;
  for (const TypedAbbreviation& found : abbreviations) {
    if (found.tokens.begin <= token && token < found.tokens.end) {
      append_clauses(found, clauses);
    }
  }
  return clauses;
}

std::vector<QueryClause> expansions_of(const std::vector<TypedAbbreviation>& abbreviations,
                                       TokenRange tokens) {
  std::vector<QueryClause> clauses;
  for (const TypedAbbreviation& found : abbreviations) {
    if (found.tokens == tokens) {
      append_clauses(found, clauses);
    }
  }
  return clauses;
}

std::vector<QueryExpansion> ranked_expansions(const TypedText& typed,
                                              const std::vector<TypedAbbreviation>& abbreviations,
                                              const std::vector<QuerySyllable>& syllables) {
  std::vector<QueryExpansion> expansions;
  for (const TypedAbbreviation& found : abbreviations) {
    const std::uint32_t begin = typed.span_of(found.tokens).begin;
    const auto first =
        std::find_if(syllables.begin(), syllables.end(),
                     [&](const QuerySyllable& syllable) { return syllable.span.begin == begin; });
    for (const std::string& other : found.others) {
      expansions.push_back({static_cast<std::size_t>(first - syllables.begin()),
                            found.tokens.size(), syllables_of(other)});
    }
  }
  return expansions;
}

}  // namespace tracuu
