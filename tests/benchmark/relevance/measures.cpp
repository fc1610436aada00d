#include "tests/benchmark/relevance/measures.h"

#include <algorithm>
#include <cmath>

namespace tracuu {
namespace {

constexpr std::size_t kDepth = 10;

double gain(std::size_t rank) {
  return 1 / std::log2(static_cast<double>(rank) + 1);
}

}  // namespace

Quality judge(const std::vector<std::string>& hits, const std::set<std::string>& relevant) {
  Quality quality;
  double found = 0;
  double best = 0;
  for (std::size_t rank = 1; rank <= std::min(kDepth, hits.size()); ++rank) {
    if (!relevant.contains(hits[rank - 1])) {
      continue;
    }
    if (found == 0) {
      quality.mrr_at_10 = 1 / static_cast<double>(rank);
    }
    ++found;
    quality.ndcg_at_10 += gain(rank);
  }
  for (std::size_t rank = 1; rank <= std::min(kDepth, relevant.size()); ++rank) {
    best += gain(rank);
  }
  quality.success_at_1 = quality.mrr_at_10 == 1 ? 1 : 0;
  quality.ndcg_at_10 /= best;
  quality.recall_at_10 = found / static_cast<double>(relevant.size());
  return quality;
}

void QualityMean::add(const Quality& quality) {
  sum_.success_at_1 += quality.success_at_1;
  sum_.mrr_at_10 += quality.mrr_at_10;
  sum_.ndcg_at_10 += quality.ndcg_at_10;
  sum_.recall_at_10 += quality.recall_at_10;
  ++count_;
}

Quality QualityMean::mean() const {
  if (count_ == 0) {
    return {};
  }
  const auto n = static_cast<double>(count_);
  return {sum_.success_at_1 / n, sum_.mrr_at_10 / n, sum_.ndcg_at_10 / n, sum_.recall_at_10 / n};
}

}  // namespace tracuu
