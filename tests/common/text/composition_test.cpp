#include "common/text/composition.h"

#include <gtest/gtest.h>

namespace tracuu {
namespace {

TEST(Composition, KnowsWhereALetterBegins) {
  EXPECT_TRUE(begins_letter(U'a'));
  EXPECT_TRUE(begins_letter(U'ệ'));
  EXPECT_TRUE(begins_letter(U'日'));
  EXPECT_FALSE(begins_letter(0x301));
  EXPECT_FALSE(begins_letter(0x1161));  // a Hangul vowel joins the consonant before it
}

TEST(Composition, KnowsWhatIsComposed) {
  EXPECT_TRUE(is_composed(U'ệ'));
  EXPECT_FALSE(is_composed(0x212A));  // the kelvin sign is K
  EXPECT_FALSE(is_composed(0x340));
}

TEST(Composition, RepairsMarksOfVietnameseLettersOnly) {
  EXPECT_EQ(compose_marks(U"a\u030C", kMaxMarks), "ă");
  EXPECT_EQ(compose_marks(U"a\u030C\u0301", kMaxMarks), "ắ");
  EXPECT_EQ(compose_marks(U"o\u0303\u0302", kMaxMarks), "ỗ");
  EXPECT_EQ(compose_marks(U"c\u030C", kMaxMarks), "č");
  EXPECT_EQ(compose_marks(U"\u0435\u0308", kMaxMarks), "ё");
}

TEST(Composition, CutsAPileOfMarks) {
  EXPECT_EQ(compose_marks(U"e\u0302\u0301\u0301", 3), "ế");
  EXPECT_EQ(compose_marks(U"e\u0302\u0301\u0301", 2), "ê");
  EXPECT_EQ(compose_marks(U"", kMaxMarks), "");
}

}  // namespace
}  // namespace tracuu
