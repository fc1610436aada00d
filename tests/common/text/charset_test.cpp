#include "common/text/charset.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string bytes_of_latin1(std::string_view utf8) {
  std::string bytes;
  for (std::size_t at = 0; at < utf8.size();) {
    bytes += static_cast<char>(next_code_point(utf8, at));
  }
  return bytes;
}

std::string read(std::string_view bytes, std::string_view declared = {}) {
  const auto decoded = decode_text(ExactText(bytes), declared);
  return decoded ? std::string(name_of(decoded->charset)) + ": " + normalized(decoded->text)
                 : decoded.error().message;
}

TEST(Charset, IsFoundInTheBytesOfItsRow) {
  for (const TableRow& row : read_table("text_legacy.tsv")) {
    EXPECT_EQ(read(bytes_of_latin1(row[1])), std::string(row[0]) + ": " + std::string(row[2]))
        << row;
  }
}

TEST(Charset, IsFoundInATextOnceReadAsLatin1) {
  for (const TableRow& row : read_table("text_legacy.tsv")) {
    EXPECT_EQ(read(row[1]), std::string(row[0]) + ": " + std::string(row[2])) << row;
  }
}

TEST(Charset, OfOrdinaryUtf8IsNeverDoubted) {
  for (const std::string_view text :
       {"", "plain ASCII", "là và có bé nhà quê", "Hôm nay, Thủ tướng Chính phủ ban hành nghị định",
        "Il a été très fâché à l'école, où l'on dîne à côté du château",
        "El niño está aquí con más años y según él también",
        "Die Gr\u00FC\u00DFe k\u00F6nnen f\u00FCr alle sch\u00F6n sein",
        "São Paulo não é só coração", "\u00A9 2013 B\u1ED9 TT&TT \u00AE",
        "25\u00B0C \u00B1 2\u00B0 \u00BD \u00A7 3"}) {
    EXPECT_EQ(read(text), "UTF-8: " + normalized(text));
  }
}

TEST(Charset, KeepsATrueUtf8MenuAroundAnOldText) {
  EXPECT_EQ(read("Tr\u00EAn m\u1EA1ng\nNgh\u00DE quy\u00D5t s\u00E8 36 v\u00D2 \u00F8ng d\u00F4ng "
                 "c\u00ABng ngh\u00D6"),
            "TCVN3: Trên mạng\nNghị quyết số 36 về ứng dụng công nghệ");
}

TEST(Charset, OfWindows1258IsReadWithLooseTones) {
  const std::string_view bytes =
      "Nghi\xF2 quy\xEA\xECt v\xEA\xCC \xFD\xECng du\xF2ng c\xF4ng ngh\xEA\xF2";
  EXPECT_EQ(read(bytes), "windows-1258: Nghị quyết về ứng dụng công nghệ");
  EXPECT_EQ(read(bytes, "windows-1258"), "windows-1258: Nghị quyết về ứng dụng công nghệ");
  EXPECT_EQ(read(bytes, "utf-8"), "windows-1258: Nghị quyết về ứng dụng công nghệ");
}

TEST(Charset, IsBelievedWhenDeclaredAndPossible) {
  EXPECT_EQ(read("C\xABng", "TCVN3"), "TCVN3: Công");
  EXPECT_EQ(read("co\xE2ng", "x-vni"), read("co\xE2ng"));
  EXPECT_EQ(read("co\xE2ng", "VNI-Windows"), "VNI: công");
  EXPECT_EQ(read("B\xF4", "cp1258"), "windows-1258: Bô");
  EXPECT_EQ(read("B\u1ED9", "windows-1258"), "UTF-8: Bộ");
}

TEST(Charset, OfUtf16IsReadByItsMark) {
  using namespace std::string_view_literals;
  EXPECT_EQ(read("\xFF\xFE\x10\x01\xE0\x00"sv), "UTF-16: Đà");
  EXPECT_EQ(read("\xFE\xFF\x01\x10\x00\xE0"sv), "UTF-16: Đà");
  EXPECT_EQ(read("\xFF\xFE\x3D\xD8\x00\xDE"sv), "UTF-16: \U0001F600");
  EXPECT_EQ(read("H\0i\0"sv, "utf-16"), "UTF-16: Hi");
  EXPECT_EQ(read("\0H\0i"sv, "UTF-16BE"), "UTF-16: Hi");
}

TEST(Charset, DropsTheByteOrderMarkAndForeignLineEnds) {
  const auto decoded = decode_text("\xEF\xBB\xBFmột\r\nhai\rba\n");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "một\nhai\nba\n");
}

TEST(Charset, RepairsALongPageCutInMidCharacter) {
  std::string page;
  for (int i = 0; i < 40; ++i) {
    page += "Nghị quyết về ứng dụng. ";
  }
  EXPECT_EQ(read(page + "\xE1\xBB"), "UTF-8: " + normalized(page + "\uFFFD"));
}

TEST(Charset, OfNoTextIsAnErrorThatNamesTheOffset) {
  using namespace std::string_view_literals;
  const std::string error =
      "page: no text in UTF-8, UTF-16, windows-1258, TCVN3 or VNI, first bad byte at offset: ";
  EXPECT_EQ(read("abc\xFF"), error + "3");
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "ab\xFF"),
            error + "5");
  EXPECT_EQ(read("abc\0def"sv), error + "3");
  EXPECT_EQ(read("\xFF\xFE\x41"sv), error + "2");
  EXPECT_EQ(read("\xFF\xFE\x00\xD8\x41\x00"sv), error + "2");
  EXPECT_EQ(read("\x89PNG\r\n\x1A\n\x01\x02"), error + "0");
  EXPECT_EQ(read("\x01\x02\x03\x04"), error + "0");
}

TEST(Charset, OfRandomBytesIsAnError) {
  unsigned state = 3;
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 400; ++i) {
      state = state * 1664525U + 1013904223U;
      bytes += static_cast<char>(1 + (state >> 16) % 255);
    }
    ASSERT_FALSE(decode_text(bytes)) << round;
  }
}

TEST(Charset, HasAName) {
  EXPECT_EQ(name_of(Charset::kUtf8), "UTF-8");
  EXPECT_EQ(name_of(Charset::kTcvn3), "TCVN3");
}

}  // namespace
}  // namespace tracuu
