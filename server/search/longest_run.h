#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "server/query/query.h"
#include "server/search/ranking_terms.h"

namespace tracuu {

/// Finds how much of a query an article has in one piece: neighbouring pairs may each stand
/// somewhere ("hỗ trợ vốn ... vốn đầu tư ... đầu tư công"), a run of them is what was typed. For
/// one search of one thread.
class LongestRun {
 public:
  /// `database` and `ranking` must outlive this.
  LongestRun(const Xapian::Database& database, const RankingTerms& ranking);

  /// Returns the share, 0..1 and weighted by idf, of the query's neighbours that follow one another
  /// without a gap in the text of `docid`, by folded form: the heaviest such run. Linear in the
  /// positions of the query's words in the article.
  double in(Xapian::docid docid);

 private:
  /// Weight of the run that ends at a position.
  using RunEnds = std::vector<std::pair<Xapian::termpos, double>>;
  void read_positions(Xapian::docid docid);
  RunEnds extended(const RunEnds& runs, const RankingWord& word) const;

  const Xapian::Database& database_;
  const RankingTerms& ranking_;
  double all_ = 0;
  std::map<std::string, std::vector<Xapian::termpos>> positions_;  ///< by word, of one article
};

}  // namespace tracuu
