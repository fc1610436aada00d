#include "common/text/character_spelling.h"

#include <gtest/gtest.h>

#include <string>

namespace tracuu {
namespace {

using Kind = Spelling::Kind;

TEST(CharacterSpelling, KeepsPrintableAscii) {
  for (char32_t code_point = 0x21; code_point < 0x7F; ++code_point) {
    EXPECT_EQ(spelling_of(code_point).kind, Kind::kKept) << +code_point;
  }
}

TEST(CharacterSpelling, SortsBlanksLineEndsAndTheInvisible) {
  for (const char32_t blank : {0x09, 0x0B, 0x20, 0xA0, 0x2000, 0x200A, 0x202F, 0x3000}) {
    EXPECT_EQ(spelling_of(blank).kind, Kind::kBlank) << std::hex << +blank;
  }
  for (const char32_t line_end : {0x0A, 0x0D, 0x85, 0x2028, 0x2029}) {
    EXPECT_EQ(spelling_of(line_end).kind, Kind::kLineEnd) << std::hex << +line_end;
  }
  for (const char32_t invisible :
       {0x00, 0x1F, 0x7F, 0xAD, 0x200B, 0x200F, 0x2060, 0xFE0F, 0xFEFF}) {
    EXPECT_EQ(spelling_of(invisible).kind, Kind::kDropped) << std::hex << +invisible;
  }
}

TEST(CharacterSpelling, IsItsOwnSpelling) {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    for (const char32_t spelled : spelling_of(code_point).text) {
      ASSERT_EQ(spelling_of(spelled).kind, Kind::kKept) << std::hex << +code_point;
    }
  }
}

TEST(CharacterSpelling, WritesTheWholeFullwidthBlockInAscii) {
  for (char32_t code_point = 0xFF01; code_point <= 0xFF5E; ++code_point) {
    ASSERT_EQ(spelling_of(code_point).kind, Kind::kReplaced);
    EXPECT_EQ(spelling_of(code_point).text, std::u32string(1, code_point - 0xFEE0));
  }
  EXPECT_EQ(spelling_of(0xFF5F).kind, Kind::kKept);
}

TEST(CharacterSpelling, KnowsCyrillicTwins) {
  EXPECT_EQ(latin_twin(0x430), U'a');
  EXPECT_EQ(latin_twin(0x421), U'C');
  EXPECT_EQ(latin_twin(0x436), 0U);
  EXPECT_EQ(latin_twin(U'a'), 0U);
  EXPECT_EQ(latin_twin(0x500), 0U);
}

TEST(CharacterSpelling, RepairsAMarkOnlyWhereVietnameseHasIt) {
  EXPECT_EQ(vietnamese_mark('a', 0x30C), 0x306U);
  EXPECT_EQ(vietnamese_mark('A', 0x311), 0x306U);
  EXPECT_EQ(vietnamese_mark('e', 0x328), 0x323U);
  EXPECT_EQ(vietnamese_mark('O', 0x307), 0x301U);
  EXPECT_EQ(vietnamese_mark('u', 0x306), 0x31BU);
  EXPECT_EQ(vietnamese_mark('c', 0x30C), 0x30CU);
  EXPECT_EQ(vietnamese_mark('a', 0x306), 0x306U);
}

}  // namespace
}  // namespace tracuu
