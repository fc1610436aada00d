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

TEST(Locality, AnUndatedArticleIsAsOldAsThePapersItCites) {
  constexpr std::string_view kBody =
      "UBND xã làm theo Kế hoạch số 31/KH-UBND ngày 12/01/2026. Tỉnh Bắc Giang trước đây đã làm.";
  const Article article = sample_article("x", "Xã phân công lãnh đạo", std::string(kBody));
  EXPECT_EQ(locate(article, {}).primary, "Bắc Ninh");
  const std::vector<std::string> hints{"Trang thông tin điện tử xã Lục Ngạn, tỉnh Bắc Giang"};
  EXPECT_EQ(locate(article, hints).primary, "Bắc Ninh");
}

TEST(Locality, ProvincesThatAreOnlyHeardMakeNoPlaceOfAnArticle) {
  const std::string heard =
      "Phần lớn ý kiến tại diễn đàn cho rằng khung pháp lý đã đủ.\n"
      "Ở địa phương, Đà Nẵng và Quảng Ninh được nhắc đến nhiều. Sở Thông tin và Truyền thông Đà "
      "Nẵng nói cổng dữ liệu của Đà Nẵng có 580 bộ.";
  EXPECT_EQ(locate(sample_article("x", "Dữ liệu nằm im", heard), {}).primary, "");
  const std::string home = heard + " UBND tỉnh sẽ nhân rộng trên địa bàn tỉnh.";
  EXPECT_NE(locate(sample_article("x", "Dữ liệu nằm im", home), {}).primary, "");
  const std::vector<std::string> hints{"Báo Đà Nẵng"};
  EXPECT_EQ(locate(sample_article("x", "Dữ liệu nằm im", heard), hints).primary, "Đà Nẵng");
}

TEST(Locality, AnAddressWeighsLessThanAName) {
  const std::vector<std::string> hints{"Cổng thông tin điện tử tỉnh Lào Cai",
                                       "Địa chỉ: 1 Trần Phú, Hà Nội"};
  const Article article = sample_article("x", "Họp rà soát", "UBND tỉnh họp. Các sở cùng dự.");
  EXPECT_EQ(locate(article, hints).primary, "Lào Cai");
  EXPECT_EQ(locate(article, std::vector<std::string>{"Trụ sở: 2 Lê Lợi, TP Vinh, Nghệ An"}).primary,
            "Nghệ An");
  const Article press = sample_article("x", "Thị trường số", "Doanh thu tăng một phần ba.");
  EXPECT_EQ(locate(press, std::vector<std::string>{"Địa chỉ: 1 Trần Phú, Hà Nội"}).primary, "");
}

}  // namespace
}  // namespace tracuu
