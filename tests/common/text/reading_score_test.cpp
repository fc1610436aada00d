#include "common/text/reading_score.h"

#include <gtest/gtest.h>

namespace tracuu {
namespace {

TEST(ReadingScore, CountsMarkedWordsAndSyllables) {
  const ReadingScore right = reading_score("Cộng hòa Xã hội, 36-NQ/TW on");
  EXPECT_EQ(right.marked_words, 4U);
  EXPECT_EQ(right.syllables, 4U);
  EXPECT_DOUBLE_EQ(right.share(), 1.0);
  EXPECT_EQ(reading_score("Céng hßa X· héi").marked_words, 4U);
  EXPECT_EQ(reading_score("Céng hßa X· héi").syllables, 0U);
  EXPECT_DOUBLE_EQ(reading_score("plain").share(), 0.0);
}

TEST(ReadingScore, RefusesWhatNoSyllableCanBe) {
  for (const char* word : {"quyƠt", "côp", "cồt", "très", "c«ng", "x\u0301", "hộix", "Đ"}) {
    const ReadingScore score = reading_score(word);
    EXPECT_EQ(score.marked_words, 1U) << word;
    EXPECT_EQ(score.syllables, 0U) << word;
  }
  for (const char* word : {"cốp", "một", "sách", "HỘI", "Ủy", "thôn"}) {
    EXPECT_EQ(reading_score(word).syllables, 1U) << word;
  }
}

}  // namespace
}  // namespace tracuu
