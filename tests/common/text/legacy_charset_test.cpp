#include "common/text/legacy_charset.h"

#include <gtest/gtest.h>

#include <set>

#include "common/text/letters.h"
#include "common/text/utf8.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(LegacyCharset, DecodesTheReadingOfItsRow) {
  for (const TableRow& row : read_table("text_legacy.tsv")) {
    EXPECT_EQ(row[0] == "VNI" ? decode_vni(ExactText(row[1])) : decode_tcvn3(ExactText(row[1])),
              row[2])
        << row;
  }
}

TEST(LegacyCharset, KnowsEveryLetterOfBothTables) {
  const auto rows = read_table("text_legacy_letters.tsv");
  EXPECT_EQ(rows.size(), 134U);
  for (const TableRow& row : rows) {
    if (!row[1].empty()) {
      EXPECT_EQ(decode_tcvn3(row[1]), row[0]) << row;
    }
    EXPECT_EQ(decode_vni(row[2]), row[0]) << row;
  }
}

TEST(LegacyCharset, GivesEachLetterOfTcvn3ItsOwnCode) {
  std::set<std::string> letters;
  for (char32_t code = 0xA0; code < 0x100; ++code) {
    std::string latin;
    append_utf8(latin, code);
    const std::string decoded = decode_tcvn3(latin);
    std::size_t at = 0;
    if (letter_at(next_code_point(decoded, at)) && decoded != latin) {
      letters.insert(decoded);
    }
  }
  EXPECT_EQ(letters.size(), 73U);  // of 74; ý has the same code in Latin-1
}

TEST(LegacyCharset, RaisesAWordOfCapitalsOnly) {
  EXPECT_EQ(decode_tcvn3("V\u00F2"), "Vũ");
  EXPECT_EQ(decode_tcvn3("H\u00B5 N\u00E9i"), "Hà Nội");
  EXPECT_EQ(decode_tcvn3("H\u00B5 N\u00E9I"), "Hà NỘI");
  EXPECT_EQ(decode_tcvn3("UBND V\u00F2"), "UBND Vũ");
  EXPECT_EQ(decode_tcvn3("TH\u00C7Y V\u00F2"), "THẦY VŨ");
}

TEST(LegacyCharset, ReadsVniMarksOnlyBehindTheirLetter) {
  EXPECT_EQ(decode_vni("coâng ngheä"), "công nghệ");
  EXPECT_EQ(decode_vni("UÛy ban"), "Ủy ban");
  EXPECT_EQ(decode_vni("ÑÖÔØNG"), "ĐƯỜNG");
  EXPECT_EQ(decode_vni("bâ tâ"), "bâ tâ");
  EXPECT_EQ(decode_vni("oê"), "oê");
  EXPECT_EQ(decode_vni("ôâ"), "ơâ");
  EXPECT_EQ(decode_vni("mó lò"), "mĩ lị");
  EXPECT_EQ(decode_vni(""), "");
}

}  // namespace
}  // namespace tracuu
