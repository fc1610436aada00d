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

TEST(Locality, AFormerProvinceStandsForTodaysOnceTheyAreMerged) {
  constexpr std::string_view kBody =
      "Xã Lục Ngạn trước đây thuộc tỉnh Bắc Giang. Bắc Giang đã khác.";
  Article article = sample_article("x", "Xã phân công lãnh đạo", std::string(kBody));
  article.published = std::chrono::year{2025} / std::chrono::June / 30;
  EXPECT_EQ(locate(article, {}).primary, "Bắc Giang");
  article.published = std::chrono::year{2026} / std::chrono::April / 6;
  const Locality merged = locate(article, {});
  EXPECT_EQ(merged.primary, "Bắc Ninh");
  ASSERT_EQ(merged.about.size(), 2U);
  EXPECT_EQ(merged.about.back(), "Bắc Giang");
}

}  // namespace
}  // namespace tracuu
