#include "common/text/letters.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(Letters, KnowEveryRowOfTheAlphabet) {
  const auto rows = read_table("text_letters.tsv");
  EXPECT_EQ(rows.size(), 147U);
  for (const TableRow& row : rows) {
    const std::string written = normalized(row[0]);
    std::size_t at = 0;
    const Letter& letter = letter_at(next_code_point(written, at));
    ASSERT_TRUE(letter) << row;
    EXPECT_EQ(std::string(1, letter.folded), row[1]) << row;
    EXPECT_EQ(std::string_view(letter.key.data(), letter.key_size), row[2]) << row;
  }
}

TEST(Letters, AreComposedFromTheirPartsAgain) {
  std::size_t letters = 0;
  for (char32_t code_point = 0; code_point < 0x3000; ++code_point) {
    const Letter& letter = letter_at(code_point);
    if (letter) {
      ++letters;
      EXPECT_EQ(compose_letter(letter.folded, letter.shape, letter.tone, letter.upper), code_point);
    }
  }
  EXPECT_EQ(letters, 52U + 134U);  // a to z twice, and the marked letters
}

TEST(Letters, HaveNoPartsThatTheAlphabetLacks) {
  EXPECT_EQ(compose_letter('b', Shape::kNone, 1, false), 0U);
  EXPECT_EQ(compose_letter('d', Shape::kStroke, 1, false), 0U);
  EXPECT_EQ(compose_letter('i', Shape::kCircumflex, 0, false), 0U);
  EXPECT_EQ(compose_letter('a', Shape::kNone, 6, false), 0U);
  EXPECT_FALSE(letter_at(U'ü'));
  EXPECT_FALSE(letter_at(U'5'));
  EXPECT_FALSE(letter_at(U'\U0010FFFF'));
}

TEST(Letters, TellForeignLettersFromOtherSigns) {
  EXPECT_TRUE(foreign_letter(U'ü').word);
  EXPECT_TRUE(foreign_letter(U'Ü').upper);
  EXPECT_TRUE(foreign_letter(0x301).word);
  EXPECT_TRUE(foreign_letter(U'本').ideograph);
  EXPECT_FALSE(foreign_letter(U'ж').ideograph);
  EXPECT_FALSE(foreign_letter(U'…').word);
  EXPECT_FALSE(foreign_letter(U'²').word);
}

TEST(Letters, FoldForeignOnesToPlainLetters) {
  std::string folded;
  std::string key;
  for (const char32_t code_point : std::u32string_view(U"ÜŁßØ…Ж")) {
    append_foreign(code_point, folded, key);
  }
  EXPECT_EQ(folded, "ulsso…ж");
  EXPECT_EQ(key, "üłßø…ж");
}

}  // namespace
}  // namespace tracuu
