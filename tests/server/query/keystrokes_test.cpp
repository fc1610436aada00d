#include "server/query/keystrokes.h"

#include <gtest/gtest.h>

#include <random>

#include "common/text/normalize.h"
#include "server/query/typed_syllable.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(Keystrokes, WriteWhatEachRowSays) {
  for (const TableRow& row : read_table("query_keystrokes.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    const ExactText typed(row[0]);
    EXPECT_EQ(decode_keystrokes(typed).value_or(""), row[1]) << row;
  }
}

TEST(Keystrokes, WriteNormalizedTextFromAnyKeys) {
  std::mt19937 random(20260101);
  constexpr std::string_view kKeys = "aeiouydwsfrxjzngthcq[]123456789 -\".AD";
  std::uniform_int_distribution<std::size_t> key(0, kKeys.size() - 1);
  int decoded = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string keys;
    for (int i = 0; i < 6; ++i) {
      keys.push_back(kKeys[key(random)]);
    }
    const std::string typed = normalized(keys);
    if (const auto text = decode_keystrokes(ExactText(typed))) {
      ++decoded;
      EXPECT_EQ(normalized(*text), *text) << keys;
      EXPECT_NE(*text, typed);
    }
  }
  EXPECT_GT(decoded, 100);
}

TEST(TypedSyllable, RefusesMarksThatHaveNoLetter) {
  TypedSyllable syllable;
  EXPECT_FALSE(syllable.set_tone(1));
  EXPECT_FALSE(syllable.put_horn());
  EXPECT_FALSE(syllable.put_breve());
  EXPECT_FALSE(syllable.put_circumflex());
  EXPECT_FALSE(syllable.put_stroke());
  EXPECT_EQ(syllable.written(), std::nullopt);
  syllable.add('i');
  EXPECT_TRUE(syllable.set_tone(1));
  EXPECT_FALSE(syllable.set_tone(2));
  EXPECT_FALSE(syllable.put_circumflex('a'));
  EXPECT_EQ(syllable.written(), "í");
}

}  // namespace
}  // namespace tracuu
