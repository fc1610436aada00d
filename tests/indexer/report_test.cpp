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
    "quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị. Ông Lê Văn Tám, Giám đốc Viettel Lạng "
    "Sơn, cùng dự.\n";

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
  EXPECT_EQ(json["rejected_by_reason"]["page: no article text found"], 1);
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

Json extract(std::string_view body) {
  const std::string page = "Lạng Sơn họp giao ban\nNgày đăng: 05/09/2014\n\n" + std::string(body);
  return Json::parse(to_extract_json(read(page).article));
}

std::string isos(const Json& article) {
  std::string out;
  for (const Json& date : article["dates"]) {
    out += (out.empty() ? "" : " ") + date["iso"].get<std::string>();
  }
  return out;
}

TEST(Report, AnExtractPrintsRangesByTheirEndsAndQuartersByTheirYear) {
  EXPECT_EQ(isos(extract("UBND tỉnh Lạng Sơn đề ra mục tiêu giai đoạn 2016-2020 và quý I/2015 cho "
                         "các huyện, thành phố trong tỉnh.\n")),
            "2014-09-05 2016 2020 2015");
}

TEST(Report, AnExtractPrintsNoDayWithoutAYear) {
  const Json json = Json::parse(to_extract_json(
      read("Lạng Sơn họp giao ban\n\nSáng 15/1, UBND tỉnh Lạng Sơn họp giao ban với các huyện.\n")
          .article));
  EXPECT_TRUE(json["dates"].empty()) << json["dates"];
}

TEST(Report, AnExtractDatesAPaperByAnyOfItsMentions) {
  const Json json = extract(
      "UBND tỉnh Lạng Sơn triển khai Nghị quyết số 36-NQ/TW tới các huyện trong tỉnh.\n\n"
      "Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị đề ra nhiều mục tiêu mới.\n");
  ASSERT_EQ(json["documents"].size(), 1U);
  EXPECT_EQ(json["documents"][0]["date"], "2014-07-01");
}

TEST(Report, AnExtractNamesAPlenumOnce) {
  const Json json = extract(
      "UBND tỉnh Lạng Sơn quán triệt Nghị quyết Trung ương 4 (khóa XI) tới các huyện trong "
      "tỉnh.\n\n"
      "Nghị quyết Trung ương 4 coi hạ tầng thông tin là một trong mười loại hạ tầng.\n");
  ASSERT_EQ(json["documents"].size(), 1U) << json["documents"];
  EXPECT_EQ(json["documents"][0]["number"], "Nghị quyết Trung ương 4 khóa XI");
}

TEST(Report, AnExtractNamesAPostOnce) {
  const Json json = extract(
      "Ông Lê Văn Tám, Giám đốc Sở TT&TT, chủ trì. Kết luận, giám đốc Sở Thông tin và Truyền thông "
      "Lê Văn Tám giao việc cho các phòng chuyên môn của Sở.\n");
  ASSERT_EQ(json["officials"].size(), 1U) << json["officials"];
  EXPECT_EQ(json["officials"][0]["organisation"], "Sở TT&TT");
}

TEST(Report, AnExtractPrintsSurfacesAsThePageDoes) {
  const Json json = extract(
      "UBND tỉnh Lạng Sơn quán triệt Kết luận số 1718 \u2013KL/TU\u00a0của Tỉnh ủy tới các "
      "huyện.\n");
  ASSERT_EQ(json["documents"].size(), 1U);
  EXPECT_EQ(json["documents"][0]["surface"], "Kết luận số 1718 \u2013KL/TU");
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
                           "official: Hoàng Văn Mẫu: Phó Chủ tịch | UBND tỉnh Lạng Sơn",
                           "province: Lạng Sơn (by name, about)",
                           "person: Lê Văn Tám (private): Giám đốc Viettel Lạng Sơn"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
}

}  // namespace
}  // namespace tracuu
