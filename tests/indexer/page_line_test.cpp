#include <gtest/gtest.h>

#include <string>

#include "common/text/normalize.h"
#include "indexer/byline.h"
#include "indexer/credit_line.h"
#include "indexer/date_shape.h"
#include "indexer/dateline.h"
#include "indexer/footer_line.h"
#include "indexer/line_words.h"
#include "indexer/portal_name.h"
#include "indexer/publisher_name.h"
#include "indexer/section_name.h"
#include "indexer/source_line.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string head_name(std::optional<SectionHead> head) {
  if (!head) {
    return {};
  }
  switch (*head) {
    case SectionHead::kRelated:
      return "related";
    case SectionHead::kComments:
      return "comments";
    case SectionHead::kFooter:
      return "footer";
  }
  return "?";
}

std::string text_of(std::string_view line, std::optional<Span> span) {
  return span ? std::string(slice(line, *span)) : std::string();
}

std::optional<Span> source_of(const std::optional<Credit>& credit) {
  return credit ? credit->source : std::nullopt;
}

BylinePlace place_of(std::string_view word) {
  return word == "text"    ? BylinePlace::kBelowText
         : word == "title" ? BylinePlace::kBelowTitle
                           : BylinePlace::kCredited;
}

TEST(LineWords, TellMenusToolsCaptionsAndHeads) {
  for (const TableRow& row : read_table("page_words.tsv")) {
    const std::string line = normalized(row[0]);
    const LineShape shape = shape_of(row[0], line);
    const auto kind = kind_by_words(shape, line);
    const auto head = head_name(section_head(shape));
    if (head.empty()) {
      EXPECT_EQ(kind ? name_of(*kind) : "", row[1]) << row;
    }
    EXPECT_EQ(head, row[2]) << row;
  }
}

TEST(LineWords, LeaveLongLinesAlone) {
  const std::string line = "Trang chủ " + std::string(2 * kShortLineColumns, 'a');
  const LineShape shape = shape_of(line, line);
  EXPECT_FALSE(kind_by_words(shape, line));
  EXPECT_FALSE(section_head(shape));
}

TEST(Byline, ReadsNamesAloneOnALine) {
  for (const TableRow& row : read_table("page_bylines.tsv")) {
    const std::string line = normalized(row[0]);
    const BylinePlace place = place_of(row[1]);
    EXPECT_EQ(text_of(line, read_byline(line, place)), row[2]) << row;
  }
}

TEST(Byline, KnowsThePostsOverASignature) {
  EXPECT_TRUE(is_signing_post("KT. CHỦ TỊCH"));
  EXPECT_TRUE(is_signing_post("GIÁM ĐỐC"));
  EXPECT_TRUE(is_signing_post("(Đã ký)"));
  EXPECT_FALSE(is_signing_post("Chủ tịch UBND tỉnh dự hội nghị"));
  EXPECT_FALSE(is_signing_post("TIN LIÊN QUAN"));
}

TEST(SourceLine, ReadsSourcesSignaturesAndDatelines) {
  for (const TableRow& row : read_table("page_sources.tsv")) {
    const std::string line = normalized(row[1]);
    const LineShape shape = shape_of(row[1], line);
    const auto source = row[0] == "line"        ? read_source_line(line, shape)
                        : row[0] == "signature" ? read_signature(line, shape)
                        : row[0] == "byline" ? source_of(read_credit(line, BylinePlace::kBelowText))
                        : row[0] == "copyright" ? read_copyright(line, shape)
                        : row[0] == "initials"  ? read_initials(line)
                                                : read_dateline(line);
    EXPECT_EQ(text_of(line, source), row[2]) << row;
  }
}

TEST(CreditLine, ReadsPersonAndSourceOutOfOneLine) {
  for (const TableRow& row : read_table("page_credits.tsv")) {
    const std::string line = normalized(row[0]);
    const auto credit = read_credit(line, place_of(row[1]));
    EXPECT_EQ(credit ? text_of(line, credit->author) : "", row[2]) << row;
    EXPECT_EQ(credit ? text_of(line, credit->source) : "", row[3]) << row;
  }
}

TEST(FooterLine, ReadsWhomAPageBelongsTo) {
  for (const TableRow& row : read_table("page_footers.tsv")) {
    const std::string line = normalized(row[1]);
    const LineShape shape = shape_of(row[1], line);
    const auto name = row[0] == "asked"   ? read_asked_credit(line, shape)
                      : row[0] == "owner" ? read_owner(line, shape)
                                          : read_website(line, shape);
    EXPECT_EQ(text_of(line, name), row[2]) << row;
  }
}

TEST(PortalName, TellsUnitsThatSign) {
  for (const TableRow& row : read_table("page_units.tsv")) {
    const std::string line = normalized(row[0]);
    EXPECT_EQ(is_unit_name(shape_of(row[0], line), line), row[1] == "yes") << row;
  }
}

TEST(PortalName, PartsAWindowsTitle) {
  const std::string line = "Sơ kết một năm dùng chữ ký số - Cổng TTĐT huyện Bình An";
  const auto site = site_behind(line);
  ASSERT_TRUE(site);
  EXPECT_EQ(line.substr(0, site->title_bytes), "Sơ kết một năm dùng chữ ký số");
  EXPECT_EQ(line.substr(site->site_begin), "Cổng TTĐT huyện Bình An");
  EXPECT_FALSE(site_behind("Sơ kết một năm dùng chữ ký số - kết quả và bài học"));
  EXPECT_FALSE(site_behind("UBND QUẬN TÂY HỒ :: Cổng thông tin điện tử"));
}

TEST(DateShape, LetsThroughWhatMayBeADate) {
  const auto may = [](std::string_view line) { return can_be_date_line(shape_of(line, line)); };
  EXPECT_TRUE(may("Ngày đăng: 09/01/2021 16:29:00"));
  EXPECT_TRUE(may("14h25, 03 - 04 - 2012"));
  EXPECT_TRUE(may("Thứ 4, ngày 17 tháng 10 năm 2012"));
  EXPECT_TRUE(may("June 13, 2014"));
  EXPECT_FALSE(may("Nghị quyết số 36-NQ/TW"));
  EXPECT_FALSE(may("27/27 huyện có cáp quang"));
  EXPECT_FALSE(may("Tin trong huyện"));
}

TEST(SourceLine, KnowsWhatInitialsStandFor) {
  EXPECT_TRUE(spells_out("Báo Lao Động", "LĐO"));
  EXPECT_TRUE(spells_out("ĐIỆN BIÊN PHỦ ONLINE", "ĐBP"));
  EXPECT_TRUE(spells_out("Báo Quảng Ninh điện tử", "QNĐT"));
  EXPECT_FALSE(spells_out("Báo Lao Động", "QNĐT"));
  EXPECT_FALSE(spells_out("Báo Lao Động", "LO"));
  EXPECT_FALSE(spells_out("", "LĐO"));
}

TEST(PortalName, TellsBodiesFromSectionsAndHeadlines) {
  for (const TableRow& row : read_table("page_body_names.tsv")) {
    const std::string line = normalized(row[0]);
    EXPECT_EQ(is_body_name(shape_of(row[0], line), line), row[1] == "yes") << row;
  }
}

TEST(SectionName, TellsSectionsAndPathsFromHeadlines) {
  for (const TableRow& row : read_table("page_sections.tsv")) {
    const LineShape shape = shape_of(row[1], normalized(row[1]));
    const bool found = row[0] == "path" ? is_breadcrumb(row[1], shape) : is_section_name(shape);
    EXPECT_EQ(found, row[2] == "yes") << row;
  }
}

TEST(Byline, ClosesAnArticleByALabelOrADesk) {
  EXPECT_TRUE(closes_article("Tin, ảnh: Lưu Hà - Quý Thân"));
  EXPECT_TRUE(closes_article("PV"));
  EXPECT_TRUE(closes_article("BBT (tổng hợp)"));
  EXPECT_FALSE(closes_article("Hạ Tầng Số"));
  EXPECT_FALSE(closes_article("Ảnh: Quốc Trinh"));
}

TEST(SourceLine, TakesTheHostOutOfAnAddress) {
  EXPECT_EQ(host_of("http://www.Mic.gov.vn/tin?id=1"), "mic.gov.vn");
  EXPECT_EQ(host_of("https://stttt.danang.gov.vn:8080/"), "stttt.danang.gov.vn");
  EXPECT_EQ(host_of("Baonghean.vn"), "baonghean.vn");
  EXPECT_EQ(host_of("5.10.2010"), "");
  EXPECT_EQ(host_of("H.P"), "");
  EXPECT_EQ(host_of("K.Thuy"), "");
  EXPECT_EQ(host_of("TP. Hồ Chí Minh"), "");
  EXPECT_EQ(host_of(""), "");
}

TEST(LineShape, CountsWhatIsSeen) {
  const std::string line = "Thứ Ba,  05/09/2013 | In trang";
  const LineShape shape = shape_of(line, normalized(line));
  EXPECT_EQ(shape.numbers, 3U);
  EXPECT_EQ(shape.bars, 1U);
  EXPECT_EQ(shape.wide_gaps, 1U);
  EXPECT_EQ(shape.words.size(), 7U);
  EXPECT_FALSE(shape.ends_sentence);
  EXPECT_TRUE(shape.opens_with("thu ba"));
  EXPECT_FALSE(shape.opens_with("th"));
}

TEST(LineShape, LooksBehindClosingQuotesForTheEnd) {
  EXPECT_TRUE(shape_of("", "ông nói: \"Phải làm ngay.\")").ends_statement);
  EXPECT_TRUE(shape_of("", "Còn hiệu lực không?").ends_sentence);
  EXPECT_FALSE(shape_of("", "Còn hiệu lực không?").ends_statement);
  EXPECT_TRUE(shape_of("", "và còn nữa...").ends_sentence);
  EXPECT_FALSE(shape_of("", "và còn nữa...").ends_statement);
  EXPECT_FALSE(shape_of("", "\")").ends_sentence);
}

TEST(LineShape, TellsItemsOfAListAndLinesThatGoOn) {
  EXPECT_TRUE(shape_of("", "- Gộp phần mềm một cửa").bullet);
  EXPECT_TRUE(shape_of("", "1. Hoàn thiện hạ tầng").bullet);
  EXPECT_TRUE(shape_of("", "a) Hoàn thiện hạ tầng").bullet);
  EXPECT_FALSE(shape_of("", "2013 là năm đầu").bullet);
  EXPECT_TRUE(shape_of("", "được giao cho sở").begins_lower);
  EXPECT_TRUE(shape_of("", "ứng dụng").begins_lower);
  EXPECT_FALSE(shape_of("", "Được giao").begins_lower);
  EXPECT_FALSE(shape_of("", "36-NQ/TW").begins_lower);
}

}  // namespace
}  // namespace tracuu
