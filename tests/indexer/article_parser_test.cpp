#include "indexer/article_parser.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "indexer/source/source.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Result<ParsedArticle> parse_file(const fs::path& file) {
  const auto format =
      file.extension() == ".html" ? RawInput::Format::kHtml : RawInput::Format::kText;
  const Result<RawPage> page = read_page({format, "id", file.filename().string(), bytes_of(file)});
  if (!page) {
    return page.error();
  }
  return parse_article(*page);
}

fs::path capture(std::string_view name) {
  return fs::path(TRACUU_SOURCE_DIR) / "tests/indexer/pages" / name;
}

std::string day_of(const ParsedArticle& article) {
  return article.published ? to_iso(PartialDate::of(*article.published)) : std::string();
}

RawPage page_with(std::string text) {
  RawPage page;
  page.text = std::move(text);
  return page;
}

constexpr std::string_view kText =
    "Sáng 12/6, UBND huyện mở hội nghị đánh giá việc dùng chữ ký số ở cấp xã, với sự có mặt của "
    "đại "
    "diện các phòng, ban và mười bốn xã, thị trấn trên địa bàn.";

constexpr std::string_view kParagraphs[] = {
    "Sáng 12/6, UBND huyện Bình An mở hội nghị đánh giá việc dùng chữ ký số ở cấp xã, với sự có "
    "mặt của đại diện các phòng, ban và mười bốn xã, thị trấn trên địa bàn.",
    "Theo báo cáo, toàn huyện đã cấp bốn trăm chứng thư số, song mới một nửa được dùng hằng ngày; "
    "nhiều văn bản vẫn phải in ra để ký tay rồi quét lại, vừa chậm vừa tốn giấy.",
    "Kết luận hội nghị, lãnh đạo huyện yêu cầu từ quý sau mọi văn bản gửi giữa các cơ quan đều "
    "phải ký số, đơn vị nào chậm sẽ bị nhắc nhở trước toàn huyện."};
// The paragraphs, a lead and a dateline.
constexpr std::size_t kLargestBody = 830;

TEST(ArticleParser, TakesArticlesOutOfCaptures) {
  for (const TableRow& row : read_table("page_captures.tsv")) {
    const auto article = parse_file(capture(row[0]));
    ASSERT_TRUE(article) << row << article.error().message;
    EXPECT_EQ(article->title, row[1]) << row;
    EXPECT_EQ(day_of(*article), row[2]) << row;
    EXPECT_EQ(article->source, row[3]) << row;
    EXPECT_EQ(article->author, row[4]) << row;
    EXPECT_NE(article->body.find(row[5]), std::string::npos) << row << article->body;
    EXPECT_EQ(article->body.find(row[6]), std::string::npos) << row << article->body;
    EXPECT_EQ(article->body.find(row[1]), std::string::npos) << row << "the title is no paragraph";
  }
}

/// Returns a page of the table of layouts: its paragraphs and lines put in.
RawInput page_of(const TableRow& row) {
  std::string bytes;
  for (std::string_view rest = row[1]; !rest.empty();) {
    const bool paragraph = rest.size() >= 3 && rest[0] == '{' && rest[2] == '}';
    const bool line_end = rest.starts_with("\u23CE");
    if (paragraph) {
      bytes += kParagraphs[static_cast<std::size_t>(rest[1] - '1')];
    } else {
      bytes += line_end ? '\n' : rest[0];
    }
    rest.remove_prefix(paragraph || line_end ? 3 : 1);
  }
  const auto format = row[0] == "html" ? RawInput::Format::kHtml : RawInput::Format::kText;
  return {format, "id", "page", bytes};
}

TEST(ArticleParser, ReadsEveryFamilyOfLayouts) {
  for (const TableRow& row : read_table("page_layouts.tsv")) {
    const Result<RawPage> page = read_page(page_of(row));
    ASSERT_TRUE(page) << row;
    const auto article = parse_article(*page);
    ASSERT_TRUE(article) << row << article.error().message;
    EXPECT_EQ(article->title, row[2]) << row;
    EXPECT_EQ(day_of(*article), row[3]) << row;
    EXPECT_EQ(article->source, row[4]) << row;
    EXPECT_EQ(article->author, row[5]) << row;
    EXPECT_TRUE(article->body.find(kParagraphs[1]) != std::string::npos) << row << article->body;
    EXPECT_LE(article->body.size(), kLargestBody) << row << article->body;
  }
}

TEST(ArticleParser, SaysThatAPageHoldsNoText) {
  for (const char* name : {"menus-only.txt", "numbers-only.txt"}) {
    const auto article = parse_file(capture(name));
    ASSERT_FALSE(article) << name;
    EXPECT_EQ(article.error().message, "page: no article text found");
  }
  EXPECT_FALSE(parse_article(page_with("")));
  EXPECT_FALSE(parse_article(page_with("\n \n\t\n")));
}

TEST(ArticleParser, TakesAPageOfOneLine) {
  const auto article = parse_article(page_with(std::string(kText)));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->body, kText);
  EXPECT_FALSE(article->title.empty());
  EXPECT_FALSE(article->published);
}

TEST(ArticleParser, KeepsAGivenTextAsItIs) {
  RawPage page = page_with("\n  Trang chủ Trang chủ\n" + std::string(kText) + "\nẢnh: X\n\n");
  page.title = "Tiêu  đề cho sẵn";
  page.text_only = true;
  const auto article = parse_article(page);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Tiêu đề cho sẵn");
  EXPECT_EQ(article->body, "Trang chủ Trang chủ\n" + std::string(kText) + "\nẢnh: X");
}

TEST(ArticleParser, LetsGivenFieldsWin) {
  RawPage page = page_with("Huyện họp bàn chữ ký số ở cấp xã\n13/06/2014\n" + std::string(kText) +
                           "\n(theo binhan.vn)");
  page.date = "2014-06-20";
  page.source = "www.Mic.gov.vn";
  page.url = "http://x.vn/1";
  const auto article = parse_article(page);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Huyện họp bàn chữ ký số ở cấp xã");
  EXPECT_EQ(day_of(*article), "2014-06-20");
  EXPECT_EQ(article->published_by, PublishedBy::kGiven);
  EXPECT_EQ(article->published_evidence, "2014-06-20");
  EXPECT_EQ(article->source, "mic.gov.vn");
  EXPECT_EQ(article->url, "http://x.vn/1");
}

TEST(ArticleParser, GuessesNoDayForAGivenMonth) {
  RawPage page = page_with(std::string(kText));
  page.date = "2014-06";
  const auto article = parse_article(page);
  ASSERT_TRUE(article);
  EXPECT_FALSE(article->published);
  EXPECT_EQ(article->published_by, PublishedBy::kUnknown);
}

TEST(ArticleParser, RejectsAGivenDateThatIsNone) {
  RawPage page = page_with(std::string(kText));
  page.date = "hôm qua";
  const auto article = parse_article(page);
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().message,
            "date: not a date, use YYYY-MM-DD, YYYYMMDD or YYYY-MM: 'hôm qua'");
}

TEST(ArticleParser, PrefersTheMarkUpsDateToALine) {
  RawPage page = page_with("Huyện họp bàn chữ ký số ở cấp xã\n13/06/2014\n" + std::string(kText));
  page.suggested_date = "2014-06-12T17:30:00+07:00";
  EXPECT_EQ(day_of(*parse_article(page)), "2014-06-12");
  EXPECT_EQ(parse_article(page)->published_by, PublishedBy::kMarkup);
  page.suggested_date = "không rõ";
  EXPECT_EQ(day_of(*parse_article(page)), "2014-06-13");
  EXPECT_EQ(parse_article(page)->published_by, PublishedBy::kDateLine);
}

TEST(ArticleParser, KeepsTheAuthorsSpelling) {
  // NFD, a no-break space and an en dash: what is shown is what was written.
  const std::string body = "Sa\u0301ng nay\u00A0– " + std::string(kText);
  const auto article =
      parse_article(page_with("Huyện họp bàn chữ ký số ở cấp xã\n\n" + body + "\n\nLê Hoà"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->body, body);
  EXPECT_EQ(article->author, "Lê Hoà");
}

TEST(ArticleParser, HintsAtTheLocalityByWhatStandsAroundTheText) {
  const auto article =
      parse_article(page_with("CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN BÌNH AN\nHuyện họp bàn chữ ký số\n" +
                              std::string(kText) + "\nĐịa chỉ: 45 phố Chợ, tỉnh X"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->locality_hints,
            (std::vector<std::string>{"CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN BÌNH AN",
                                      "Địa chỉ: 45 phố Chợ, tỉnh X"}));
}

TEST(ArticleParser, ReadsTheRealCapturesRight) {
  const fs::path seeds = fs::path(TRACUU_SOURCE_DIR).parent_path() / "shared/seeds";
  if (!fs::exists(seeds)) {
    GTEST_SKIP() << "the real captures are not part of the project";
  }
  const struct {
    std::string_view number, opening, published, source, author, not_in_body;
  } expected[] = {
      {"000", "Hội thảo lấy ý kiến Đề án", "2013-09-05", "haiphong.gov.vn", "", "Đang tải"},
      {"001", "Phát triển viễn thông", "", "haiphong.gov.vn", "Trâm Bầu", "Trọng Luân"},
      {"002", "Hội nghị trực tuyến triển khai", "", "baonghean.vn", "Khánh Ly", "Giao ban tại"},
      {"003", "Quy hoạch phát triển", "2021-01-09", "", "", "buổi Họp báo"},
      {"004", "Thông qua dự thảo", "2018-05-15", "Cổng TTĐT tỉnh BR-VT", "", "Quang cảnh"},
  };
  for (const fs::directory_entry& entry : fs::directory_iterator(seeds)) {
    for (const auto& each : expected) {
      if (!entry.path().filename().string().starts_with(each.number)) {
        continue;
      }
      const auto article = parse_file(entry.path());
      ASSERT_TRUE(article) << each.number;
      EXPECT_TRUE(article->title.starts_with(each.opening)) << article->title;
      EXPECT_EQ(day_of(*article), each.published) << each.number;
      EXPECT_EQ(article->source, each.source) << each.number;
      EXPECT_EQ(article->author, each.author) << each.number;
      EXPECT_EQ(article->body.find(each.not_in_body), std::string::npos) << each.number;
    }
  }
}

}  // namespace
}  // namespace tracuu
