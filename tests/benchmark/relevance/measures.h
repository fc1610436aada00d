#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace tracuu {

/// How well one ranked answer serves one question, each from 0 to 1.
struct Quality {
  double success_at_1 = 0;  ///< 1 when the first hit is relevant
  double mrr_at_10 = 0;     ///< 1 / rank of the first relevant hit among ten
  double ndcg_at_10 = 0;    ///< discounted gain of the relevant hits over the best possible
  double recall_at_10 = 0;  ///< share of the relevant articles among the first ten hits
};

/// Judges the first ten of `hits` against the ids of the relevant articles, all equally relevant.
/// The gain of rank r is 1 / log2(r + 1) (Järvelin and Kekäläinen, 2002). REQUIRES: `relevant` is
/// not empty.
Quality judge(const std::vector<std::string>& hits, const std::set<std::string>& relevant);

/// Mean of many answers.
class QualityMean {
 public:
  void add(const Quality& quality);
  Quality mean() const;  ///< all 0 without answers
  std::size_t count() const { return count_; }

 private:
  Quality sum_;
  std::size_t count_ = 0;
};

}  // namespace tracuu
