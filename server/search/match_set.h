#pragma once

#include <string>
#include <vector>

#include "common/index/schema.h"
#include "server/query/query.h"
#include "server/search/article_set.h"
#include "server/search/deadline.h"
#include "server/search/requirement.h"
#include "server/search/term_index.h"

namespace tracuu {

/// Finds exactly the articles that match one query by the postings of its terms. For one search of
/// one thread; the arguments of the constructor must outlive it.
///
/// A plain word matches in every writing: "đường" finds "duong" too, ranked below. In a quoted
/// phrase and behind '-' a word typed with marks matches only itself. One that is not finished
/// matches every word that goes on from it (see WordStart); of an alternative of several words the
/// others stand side by side, it anywhere.
class MatchSet {
 public:
  /// Matches outside `range` are left out.
  MatchSet(const TermReader& terms, DocidRange range, const Deadline& deadline);

  /// Throws DeadlineExceeded.
  ArticleSet of(const Query& query, Requirement requirement) const;

 private:
  // Each finds articles of `within` only.
  ArticleSet all_groups(const std::vector<const QueryGroup*>& groups) const;
  ArticleSet any_group(const std::vector<const QueryGroup*>& groups) const;
  ArticleSet any_word(const std::vector<const QueryGroup*>& groups) const;
  void add_group(const QueryGroup& group, const ArticleSet& within, ArticleSet& found) const;
  void add_clause(const QueryClause& clause, const ArticleSet& within, ArticleSet& found) const;
  void add_entity(const QueryClause& clause, const ArticleSet& within, ArticleSet& found) const;
  void add_bearing(const std::string& term, const ArticleSet& within, ArticleSet& found) const;
  ArticleSet phrase(const std::vector<QuerySyllable>& syllables, const ArticleSet& within) const;
  ArticleSet starting(const QuerySyllable& word, const ArticleSet& within) const;
  ArticleSet all_words(const std::vector<QuerySyllable>& words, const ArticleSet& within) const;
  ArticleSet side_by_side(const std::vector<QuerySyllable>& words, const ArticleSet& within) const;
  ArticleSet excluded(const QueryClause& clause, const ArticleSet& within) const;
  ArticleSet bearing_all(const std::vector<std::string>& terms, const ArticleSet& within) const;
  std::uint32_t estimate(const QueryGroup& group) const;
  std::uint32_t estimate(const QueryClause& clause) const;

  const TermReader& terms_;
  const Deadline& deadline_;
  ArticleSet everything_;  ///< in the range
};

}  // namespace tracuu
