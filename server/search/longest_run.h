#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "common/index/token_streams.h"
#include "server/search/query_words.h"
#include "server/search/ranking_terms.h"

namespace tracuu {

/// Finds how much of a query an article has in one piece: neighbouring pairs may each stand
/// somewhere ("hỗ trợ vốn ... vốn đầu tư ... đầu tư công"), a run of them is what was typed. For
/// one search of one thread.
class LongestRun {
 public:
  /// `streams` must outlive this.
  LongestRun(const TokenStreams& streams, const RankingTerms& ranking);

  /// Returns the share, 0..1 and weighted by idf, of the query's neighbours that follow one another
  /// without a gap in the text of `docid`, by folded form: the heaviest such run. Linear in the
  /// length of the article.
  double in(Xapian::docid docid);

 private:
  /// Weight of the run that ends at the last word read, if it stood at this place of the query.
  struct RunEnd {
    std::size_t place = 0;
    double weight = 0;
  };

  const TokenStreams& streams_;
  std::vector<double> links_;  ///< by place in the query, see RankingWord::link
  double all_ = 0;
  QueryWords words_;
  std::vector<std::vector<std::size_t>> places_;  ///< in the query, by word of words_ - 1
  std::vector<RunEnd> runs_;
  std::vector<RunEnd> extended_;
};

}  // namespace tracuu
