#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "common/index/schema.h"
#include "common/index/token_streams.h"
#include "server/query/query.h"
#include "server/search/deadline.h"

namespace tracuu {

/// Ascending docids, each once.
using DocidSet = std::vector<Xapian::docid>;

/// Which of a query's groups an article must meet.
enum class Requirement {
  kAll,    ///< all, stop syllables aside
  kAny,    ///< the quoted phrases; without any, at least one group that is no stop syllable
  kLoose,  ///< at least one word, be it quoted or not
};

/// Returns how many groups kAll asks for that kAny does not: those that are neither stop syllables
/// nor quoted. With fewer than two, and nothing quoted, kAny matches nothing more.
std::size_t free_groups(const Query& query);
/// Returns whether the query has a quoted phrase.
bool has_quotes(const Query& query);

/// Finds exactly the articles that match one query by walking posting lists. For one search of one
/// thread; the arguments of the constructor must outlive it.
///
/// A plain word matches in every writing: "đường" finds "duong" too, ranked below. In a quoted
/// phrase and behind '-' a word typed with marks matches only itself.
class MatchSet {
 public:
  /// `all` are the docids of all articles; matches outside `range` are left out.
  MatchSet(const Xapian::Database& database, const TokenStreams& streams,
           std::span<const Xapian::docid> all, DocidRange range, const Deadline& deadline);

  /// Throws DeadlineExceeded.
  DocidSet of(const Query& query, Requirement requirement) const;

 private:
  /// Whom a part of the query may match: those in `within`, all when it is null.
  using Within = const DocidSet*;

  DocidSet all_groups(const std::vector<const QueryGroup*>& groups, Within within) const;
  DocidSet any_group(const std::vector<const QueryGroup*>& groups) const;
  DocidSet any_word(const std::vector<const QueryGroup*>& groups) const;
  DocidSet group(const QueryGroup& group, Within within) const;
  DocidSet clause(const QueryClause& clause, Within within) const;
  DocidSet entity(const QueryClause& clause, Within within) const;
  DocidSet phrase(const std::vector<QuerySyllable>& syllables, Within within) const;
  DocidSet excluded(const QueryClause& clause, Within within) const;
  DocidSet bearing_all(std::vector<std::string> terms, Within within) const;
  DocidSet bearing(const std::string& term, Within within) const;
  Xapian::doccount estimate(const QueryGroup& group) const;
  Xapian::doccount estimate(const QueryClause& clause) const;
  std::span<const Xapian::docid> everything() const;

  const Xapian::Database& database_;
  const TokenStreams& streams_;
  std::span<const Xapian::docid> all_;
  DocidRange range_;
  const Deadline& deadline_;
};

}  // namespace tracuu
