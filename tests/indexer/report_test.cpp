#include "indexer/report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "indexer/article_reader.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

ReadArticle read(std::string_view text) {
  RawPage page;
  page.id = "lang-son";
  page.file = "lang-son.txt";
  page.text = text;
  Result<ReadArticle> article = read_article(std::move(page));
  EXPECT_TRUE(article);
  return std::move(*article);
}

constexpr char kPage[] =
    "Trang chủ Trang chủ\n"
    "Lạng Sơn triển khai Nghị quyết số 36-NQ/TW\n"
    "Ngày đăng: 05/09/2014\n\n"
    "Ngày 04/9, ông Hoàng Văn Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn chủ trì hội nghị triển khai "
    "Nghị "
    "quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị.\n";

TEST(Report, ASummaryNamesEveryRejectedPage) {
  IndexReport report;
  report.generation = "gen-000003";
  report.added = 2;
  report.charsets["TCVN3"] = 1;
  report.rejections = {{"a.txt", "page: no article text found"}};
  const Json json = Json::parse(to_json(report));
  EXPECT_EQ(json["generation"], "gen-000003");
  EXPECT_EQ(json["rejected"], 1);
  EXPECT_EQ(json["rejections"][0]["file"], "a.txt");
  EXPECT_EQ(json["charsets"]["TCVN3"], 1);
}

TEST(Report, AnExtractHasEveryFieldOfTheArticle) {
  const Json json = Json::parse(to_extract_json(read(kPage).article));
  EXPECT_EQ(json["doc"], "lang-son.txt");
  EXPECT_EQ(json["title"], "Lạng Sơn triển khai Nghị quyết số 36-NQ/TW");
  EXPECT_EQ(json["published"], "2014-09-05");
  EXPECT_EQ(json["primary_province"], "Lạng Sơn");
  ASSERT_EQ(json["documents"].size(), 1U);
  EXPECT_EQ(json["documents"][0]["number"], "36-NQ/TW");
  EXPECT_EQ(json["documents"][0]["date"], "2014-07-01");
  ASSERT_EQ(json["officials"].size(), 1U);
  EXPECT_EQ(json["officials"][0]["position"], "Phó Chủ tịch");
}

TEST(Report, AnUnknownDateIsNull) {
  EXPECT_TRUE(Json::parse(to_extract_json(
      read("Lạng Sơn họp\n\nUBND tỉnh Lạng Sơn vừa họp bàn việc nối mạng tới các xã.\n")
          .article))["published"]
                  .is_null());
}

TEST(Report, AnExplanationShowsLinesEntitiesAndTheirSentences) {
  const std::string text = explain(read(kPage));
  for (const char* part : {"page tool   Trang chủ Trang chủ", "published: 2014-09-05 (date-line",
                           "document: 36-NQ/TW", "2014-09-04 (event, day, year inferred",
                           "official: Hoàng Văn Mẫu: Phó Chủ tịch | UBND tỉnh Lạng Sơn"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
}

}  // namespace
}  // namespace tracuu
