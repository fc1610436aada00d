#include "common/index/bytes.h"

#include <gtest/gtest.h>

#include <limits>

namespace tracuu {
namespace {

TEST(Bytes, ReadsBackWhatWasWritten) {
  const std::uint64_t unsigned_values[] = {
      0, 1, 127, 128, 16'383, 16'384, std::numeric_limits<std::uint64_t>::max()};
  const std::int64_t signed_values[] = {0,
                                        -1,
                                        1,
                                        63,
                                        -64,
                                        64,
                                        std::numeric_limits<std::int64_t>::min(),
                                        std::numeric_limits<std::int64_t>::max()};
  ByteWriter out;
  for (const auto value : unsigned_values) {
    out.unsigned_integer(value);
  }
  for (const auto value : signed_values) {
    out.signed_integer(value);
  }
  out.text("Nghị quyết");
  out.text("");
  const std::string bytes = out.take();

  ByteReader in(bytes);
  for (const auto value : unsigned_values) {
    EXPECT_EQ(in.unsigned_integer(), value);
  }
  for (const auto value : signed_values) {
    EXPECT_EQ(in.signed_integer(), value);
  }
  EXPECT_EQ(in.text(), "Nghị quyết");
  EXPECT_EQ(in.text(), "");
  EXPECT_TRUE(in.at_end());
  EXPECT_FALSE(in.failed());
}

TEST(Bytes, FailsOnATextThatIsLongerThanWhatIsLeft) {
  ByteReader in(
      std::string_view("\x05"
                       "ab",
                       3));
  EXPECT_EQ(in.text(), "");
  EXPECT_TRUE(in.failed());
}

TEST(Bytes, FailsOnACountThatCannotBeTrue) {
  ByteReader in(
      std::string_view("\xFF\xFF\x03"
                       "x",
                       4));
  EXPECT_EQ(in.count(), 0U);
  EXPECT_TRUE(in.failed());
}

TEST(Bytes, FailsOnAnIntegerWithoutEnd) {
  ByteReader in(std::string_view("\xFF\xFF", 2));
  EXPECT_EQ(in.unsigned_integer(), 0U);
  EXPECT_TRUE(in.failed());
}

TEST(AscendingNumbers, ComeBackAsTheyWerePacked) {
  const std::vector<std::uint32_t> numbers{0, 1, 127, 128, 70'000, 0xFFFFFFFF};
  EXPECT_EQ(unpack_ascending(pack_ascending(numbers)), numbers);
  EXPECT_EQ(unpack_ascending(""), std::vector<std::uint32_t>{});
}

TEST(AscendingNumbers, AreNotReadFromDamagedBytes) {
  EXPECT_FALSE(unpack_ascending("\xFF"));
  const std::vector<std::uint32_t> largest{0xFFFFFFFF};
  EXPECT_FALSE(unpack_ascending(pack_ascending(largest) + "\x01"));
  EXPECT_FALSE(unpack_ascending("\x05" + pack_ascending(largest) + "\x05")) << "they wrap round";
  EXPECT_FALSE(unpack_ascending(std::string("\x05\x00", 2))) << "twice the same";
  ByteWriter beyond;
  beyond.unsigned_integer(5);
  beyond.unsigned_integer(std::numeric_limits<std::uint64_t>::max());
  EXPECT_FALSE(unpack_ascending(beyond.bytes())) << "a sum that wraps round to 4";
}

}  // namespace
}  // namespace tracuu
