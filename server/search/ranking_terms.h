#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "server/query/query.h"
#include "server/search/term_index.h"

namespace tracuu {

// BM25 as measured on Vietnamese questions; flat around these values.
inline constexpr double kBm25K1 = 1.5;
inline constexpr double kBm25B = 0.75;

/// One term by which articles are ranked. An article's part of its score is
/// weight x BM25(term), or for a boolean term weight x idf when it bears it.
struct RankingTerm {
  std::string term;
  double weight = 0;
  double idf = 0;
  bool boolean = false;
  /// Of a pair in the name of a paper: which of RankingTerms::papers; an article that cites the
  /// paper has the pair, however it writes it.
  std::optional<std::size_t> paper = {};
};

/// A paper that the query asks for.
struct RankingPaper {
  std::vector<std::string> numbers;  ///< boolean terms of the full numbers it may have
  double share = 0;                  ///< of the query's neighbours, those in its name
};

/// One typed word in its place.
struct RankingWord {
  QuerySyllable syllable;
  double link = 0;  ///< idf of the pair it forms with the word before it; 0 when it forms none
};

/// How a query ranks articles.
struct RankingTerms {
  std::vector<RankingTerm> terms;    ///< distinct, each in at least one article
  std::vector<RankingTerm> bigrams;  ///< those of `terms` that are typed neighbours
  std::vector<RankingWord> words;    ///< in the order typed
  std::vector<RankingPaper> papers;
  double reachable = 0;  ///< no article's sum is larger
};

/// Returns ln(1 + (N - df + 0.5) / (df + 0.5)), the idf of BM25 that is never negative, for a term
/// in `frequency` of N `articles`.
double idf_of(std::size_t articles, Xapian::doccount frequency);
/// Returns the idf with which BM25 is added up: ln of the odds against a term that `frequency` of
/// `articles` have, bent so that it stays over 0 for the terms of most articles. Never more than
/// idf_of().
double bm25_idf(std::size_t articles, std::size_t frequency);

/// Weighs what was typed: each syllable folded (0.6) and, when anything was typed with marks, as
/// typed (1; numbers, which have one form, get both weights), typed neighbours (1), the same in the
/// title (0.1 each), entities (1, boolean) and the words they were read from, half. The other form
/// of an abbreviation counts 0.4 of what was typed in its place, so that it ranks below however
/// often an article has it. A last word that is not finished adds what it would as a word, where it
/// likely is one, else nothing; the pairs that it likely becomes add their share (see LastWord).
RankingTerms ranking_terms(const TermReader& terms, const Query& query);

}  // namespace tracuu
