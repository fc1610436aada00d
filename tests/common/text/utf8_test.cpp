#include "common/text/utf8.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

struct BadBytes {
  std::string_view bytes;
  std::size_t offset;
  std::string_view repaired;
};

// Unicode 15, table 3-8 and its neighbours.
const BadBytes kBadBytes[] = {
    {"\xFF", 0, "\uFFFD"},
    {"a\x80z", 1, "a\uFFFDz"},
    {"\xC0\xAF", 0, "\uFFFD\uFFFD"},
    {"\xC1\xBF", 0, "\uFFFD\uFFFD"},
    {"\xE0\x80\xAF", 0, "\uFFFD\uFFFD\uFFFD"},
    {"Vi\xE1\xBB", 2, "Vi\uFFFD"},
    {"\xE1\xBBt", 0, "\uFFFDt"},
    {"\xED\xA0\x80", 0, "\uFFFD\uFFFD\uFFFD"},
    {"\xF0\x80\x80\x80", 0, "\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"\xF0\x9F\x98", 0, "\uFFFD"},
    {"\xF4\x90\x80\x80", 0, "\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"\xF5\x80\x80\x80", 0, "\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"mười hai ký tự\xC6", 20, "mười hai ký tự\uFFFD"},
};

TEST(Utf8, NamesTheFirstIllFormedByte) {
  for (const BadBytes& bad : kBadBytes) {
    EXPECT_EQ(find_invalid_utf8(ExactText(bad.bytes)), bad.offset) << bad.repaired;
  }
}

TEST(Utf8, ReplacesEachMaximalSubpartOnce) {
  for (const BadBytes& bad : kBadBytes) {
    EXPECT_EQ(replace_invalid_utf8(ExactText(bad.bytes)), bad.repaired);
  }
}

TEST(Utf8, LeavesValidTextAlone) {
  for (const std::string_view text :
       {"", "Nghị quyết số 36", "\U0001F600\U0010FFFF", "\uD7FF\uE000"}) {
    EXPECT_EQ(find_invalid_utf8(ExactText(text)), std::nullopt) << text;
    EXPECT_EQ(replace_invalid_utf8(ExactText(text)), text);
  }
}

TEST(Utf8, ReadsBackEveryScalarValueItWrites) {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point < 0xE000) {
      continue;
    }
    std::string utf8;
    append_utf8(utf8, code_point);
    ASSERT_EQ(find_invalid_utf8(utf8), std::nullopt) << +code_point;
    std::size_t offset = 0;
    ASSERT_TRUE(next_code_point(utf8, offset) == code_point) << +code_point;
    ASSERT_EQ(offset, utf8.size()) << +code_point;
  }
}

TEST(Utf8, TakesTheEndOfATextOnACharacter) {
  EXPECT_EQ(utf8_end("Đà", 9), "Đà");
  EXPECT_EQ(utf8_end("Đà", 4), "Đà");
  EXPECT_EQ(utf8_end("Đà", 3), "à");
  EXPECT_EQ(utf8_end("Đà", 1), "");
}

TEST(Utf8, ClipsBetweenCodePoints) {
  EXPECT_EQ(clip_utf8("Đà", 4), "Đà");
  EXPECT_EQ(clip_utf8("Đà", 3), "Đ");
  EXPECT_EQ(clip_utf8("Đà", 2), "Đ");
  EXPECT_EQ(clip_utf8("Đà", 1), "");
  EXPECT_EQ(clip_utf8("Đà", 0), "");
  EXPECT_EQ(clip_utf8("Huế", 99), "Huế");
}

}  // namespace
}  // namespace tracuu
