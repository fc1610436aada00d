#include "common/index/post_province.h"

#include <gtest/gtest.h>

#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string province_of_first_post(std::string_view text, std::string_view primary) {
  const Article article = sample_article("a", "Tin", text, std::nullopt, primary);
  const auto officials = officials_of(article);
  return officials.empty() ? "nobody" : province_of_post(article, officials[0].posts.at(0));
}

TEST(PostProvince, IsTheOneThePostNamesElseTheArticlesForALocalBody) {
  for (const auto& row : read_table("post_provinces.tsv")) {
    EXPECT_EQ(province_of_first_post(row[0], row[1]), row[2]) << row;
  }
}

}  // namespace
}  // namespace tracuu
