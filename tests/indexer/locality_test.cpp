#include "indexer/locality.h"

#include <gtest/gtest.h>

#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(Locality, FollowsTheTable) {
  for (const TableRow& row : read_table("locality.tsv")) {
    SCOPED_TRACE(::testing::Message() << row);
    Article article = sample_article("x", row[0], row[1]);
    article.source = row[2];
    std::vector<std::string> hints;
    if (!row[3].empty()) {
      hints.emplace_back(row[3]);
    }
    EXPECT_EQ(locate(article, hints).primary, row[4]);
  }
}

TEST(Locality, NamesThePrimaryProvinceFirst) {
  const Article article = sample_article(
      "x", "Nghệ An và Hà Tĩnh ký kết chia sẻ dữ liệu",
      "UBND tỉnh Nghệ An và UBND tỉnh Hà Tĩnh ký thỏa thuận. Nghệ An đi trước, Nghệ An nói.");
  const Locality locality = locate(article, {});
  ASSERT_EQ(locality.about.size(), 2U);
  EXPECT_EQ(locality.about.front(), locality.primary);
}

}  // namespace
}  // namespace tracuu
