#include "tests/benchmark/relevance/measures.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<std::string> words_of(std::string_view cell) {
  std::istringstream in{std::string(cell)};
  return {std::istream_iterator<std::string>(in), std::istream_iterator<std::string>()};
}

TEST(RelevanceMeasures, JudgeTheFirstTenHits) {
  constexpr double kRounding = 0.00005;
  for (const TableRow& row : read_table("relevance_measures.tsv")) {
    const std::vector<std::string> relevant = words_of(row[1]);
    const Quality quality = judge(words_of(row[0]), {relevant.begin(), relevant.end()});
    EXPECT_NEAR(quality.success_at_1, std::stod(row.cells[2]), kRounding) << row;
    EXPECT_NEAR(quality.mrr_at_10, std::stod(row.cells[3]), kRounding) << row;
    EXPECT_NEAR(quality.ndcg_at_10, std::stod(row.cells[4]), kRounding) << row;
    EXPECT_NEAR(quality.recall_at_10, std::stod(row.cells[5]), kRounding) << row;
  }
}

TEST(RelevanceMeasures, AverageOverAnswers) {
  QualityMean mean;
  EXPECT_EQ(mean.mean().ndcg_at_10, 0);
  mean.add(judge({"a"}, {"a"}));
  mean.add(judge({"b"}, {"a"}));
  EXPECT_EQ(mean.count(), 2U);
  EXPECT_EQ(mean.mean().success_at_1, 0.5);
}

}  // namespace
}  // namespace tracuu
