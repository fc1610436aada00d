#include "indexer/page_noise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/page_blocks.h"
#include "indexer/page_reading.h"
#include "indexer/page_regions.h"
#include "indexer/title_words.h"

namespace tracuu {
namespace {

using testing::ElementsAre;

constexpr std::string_view kParagraph =
    "Sáng 12/6, UBND huyện mở hội nghị đánh giá việc dùng chữ ký số ở cấp xã, với sự có mặt của "
    "đại "
    "diện các phòng, ban và mười bốn xã, thị trấn trên địa bàn.";

std::vector<std::string> kinds_of(std::string_view page) {
  std::vector<std::string> kinds;
  for (const PageLine& line : read_page_text(page).lines) {
    kinds.emplace_back(name_of(line.kind));
  }
  return kinds;
}

std::vector<std::string> texts_of(std::string_view page) {
  std::vector<std::string> texts;
  for (const PageBlock& block : join_lines(page, split_lines(page))) {
    texts.push_back(block.text);
  }
  return texts;
}

TEST(PageNoise, SaysWhatEachLineOfAPageIs) {
  const std::string page =
      "Đang tải dữ liệu...\nTin tức Tin tức\nHuyện họp bàn chữ ký số ở cấp xã\n\n" +
      std::string("13/06/2014\n") + std::string(kParagraph) + "\nẢnh: Minh Tú\n" +
      std::string(kParagraph) + "\nKhánh An\n(theo binhan.vn)\nTin khác\nXã Tân Lập\n" +
      "Viết bình luận\nHay quá\nGiấy phép số 12/GP-TTĐT";
  EXPECT_THAT(kinds_of(page),
              ElementsAre("menu", "menu", "content", "blank", "date line", "content", "caption",
                          "content", "byline", "source line", "related", "related", "page tool",
                          "page tool", "footer"));
}

TEST(PageNoise, GivesSpansOfThePagesOwnText) {
  const std::string page = "  Tiêu đề \u00A0\n\nHai";
  const auto lines = read_page_text(page).lines;
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(slice(page, lines[0].span), "Tiêu đề");
  EXPECT_TRUE(lines[1].span.empty());
  EXPECT_EQ(slice(page, lines[2].span), "Hai");
}

TEST(PageNoise, TakesLinesThatStandTwiceForAMenu) {
  const std::string page = "Sở, ban, ngành\nSở, ban, ngành\nHuyện họp bàn chữ ký số ở cấp xã\n" +
                           std::string(kParagraph);
  EXPECT_THAT(kinds_of(page), ElementsAre("menu", "menu", "content", "content"));
}

TEST(PageNoise, KeepsListsAndSubheadingsOfTheText) {
  const std::string page = "Huyện họp bàn chữ ký số ở cấp xã\n" + std::string(kParagraph) +
                           "\nTừ những con số\n" + std::string(kParagraph) +
                           "\n- Gộp phần mềm một cửa;\n- Cấp chứng thư số.";
  EXPECT_THAT(kinds_of(page), testing::Each("content"));
}

TEST(PageBlocks, SplitALineAtALongGap) {
  EXPECT_THAT(texts_of("Một đoạn.               Chú thích ảnh"),
              ElementsAre("Một đoạn.", "Chú thích ảnh"));
  EXPECT_THAT(texts_of("07:30 | 15/05/2018 Print   E-mail    "),
              ElementsAre("07:30 | 15/05/2018 Print   E-mail"));
  EXPECT_THAT(texts_of("          thụt đầu dòng"), ElementsAre("thụt đầu dòng"));
}

TEST(PageBlocks, JoinHardWrappedLines) {
  const std::string page =
      "Nhằm thực hiện có hiệu quả, đến nơi đến chốn Nghị quyết số 36-\n"
      "NQ/TW của Bộ Chính trị, huyện đã giao cho từng xã một chỉ tiêu về\n"
      "văn bản ký số. Sau bốn tháng, kết quả bước đầu cho thấy nơi nào\n"
      "lãnh đạo dùng trước thì nơi đó\n"
      "chuyển động.\n\n"
      "Xã Tân Lập là một ví dụ. Từ tháng 5 xã bỏ hẳn giấy mời họp bằng\n"
      "bản in, mọi thông báo gửi qua thư điện tử.\n\n"
      "Khánh An";
  const auto texts = texts_of(page);
  ASSERT_EQ(texts.size(), 4U) << testing::PrintToString(texts);
  EXPECT_NE(texts[0].find("36-NQ/TW của Bộ"), std::string::npos);
  EXPECT_NE(texts[0].find("về văn bản"), std::string::npos);
  EXPECT_EQ(texts.back(), "Khánh An");
}

TEST(PageBlocks, LeaveLinesOfAnUnwrappedPageAlone) {
  const std::string page = std::string(kParagraph) + "\n" + std::string(kParagraph) + "\nngắn";
  EXPECT_EQ(texts_of(page).size(), 3U);
}

TEST(PageRegions, EndAListWhereTheTextGoesOn) {
  const std::string page = "Huyện họp bàn chữ ký số ở cấp xã\n" + std::string(kParagraph) +
                           "\nTin liên quan\nXã Tân Lập có mạng\n" + std::string(kParagraph) +
                           " Và hơn thế.\n" + std::string(kParagraph);
  EXPECT_THAT(kinds_of(page),
              ElementsAre("content", "content", "related", "related", "content", "content"));
}

TEST(PageRegions, ProseIsLongOrASentence) {
  const auto prose = [](std::string_view text) {
    PageBlock block;
    block.text = block.normalized = text;
    block.shape = shape_of(text, text);
    return is_prose(block);
  };
  EXPECT_TRUE(prose(kParagraph));
  EXPECT_TRUE(prose("Hội nghị kết thúc trưa cùng ngày sau khi nghe bốn ý kiến."));
  EXPECT_FALSE(prose("Hội nghị triển khai nghị quyết của tỉnh về chữ ký số ở cấp xã"));
  EXPECT_FALSE(prose("Đến hẹn."));
}

TEST(Title, IsTheBrokenHeadlineAsAWhole) {
  const std::string page =
      "TIN TỨC\nHUYỆN BÌNH AN TỔ CHỨC HỘI NGHỊ\nVỀ CHỮ KÝ SỐ Ở CẤP XÃ\n13/06/2014\n" +
      std::string(kParagraph);
  const PageReading reading = read_page_text(page);
  ASSERT_TRUE(reading.title);
  EXPECT_EQ(reading.blocks[*reading.title].text, "HUYỆN BÌNH AN TỔ CHỨC HỘI NGHỊ");
  EXPECT_EQ(reading.title_count, 2U);
}

TEST(Title, FollowsTheMarkUpWhereItNamesALine) {
  const std::string page =
      "Huyện họp bàn chữ ký số ở cấp xã với các phòng ban\nGiao ban tháng sáu của huyện\n\n" +
      std::string(kParagraph);
  const PageReading plain = read_page_text(page);
  const PageReading told = read_page_text(page, "GIAO BAN THÁNG SÁU CỦA HUYỆN");
  ASSERT_TRUE(plain.title && told.title);
  EXPECT_EQ(*plain.title, 0U);
  EXPECT_EQ(*told.title, 1U);
}

TEST(Title, StandsAboveItsSummary) {
  const std::string page =
      "Huyện đánh giá việc dùng chữ ký số ở cấp xã\n"
      "Nhiều nơi vẫn in ra giấy rồi ký tay như trước\n13/06/2014\n" +
      std::string(kParagraph);
  const PageReading reading = read_page_text(page);
  ASSERT_TRUE(reading.title);
  EXPECT_EQ(*reading.title, 0U);
}

TEST(Title, OfATextWithoutOneIsItsFirstSentence) {
  EXPECT_EQ(title_from_text("Huyện họp. Rồi xã họp.\nHết"), "Huyện họp");
  EXPECT_EQ(title_from_text("Một dòng\nHai dòng"), "Một dòng");
  const std::string cut = title_from_text(std::string(kParagraph));
  EXPECT_LE(cut.size(), 123U);
  EXPECT_TRUE(cut.ends_with("\u2026"));
  EXPECT_EQ(title_from_text(""), "");
}

TEST(Title, ComparesWithoutMarksAndBlanks) {
  EXPECT_TRUE(same_title("Hội nghị  36-NQ/TW", "HOI NGHI 36 - NQ/TW"));
  EXPECT_TRUE(same_title("Hội nghị triển khai nghị quyết về công...",
                         "Hội nghị triển khai nghị quyết về công nghệ"));
  EXPECT_FALSE(same_title("Hội nghị", "Hội nghị triển khai nghị quyết về công nghệ"));
  EXPECT_FALSE(same_title("", ""));
}

}  // namespace
}  // namespace tracuu
