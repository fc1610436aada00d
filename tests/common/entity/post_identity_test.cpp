#include "common/entity/post_identity.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(PostIdentity, TellsOnePostWrittenTwiceFromTwo) {
  for (const auto& row : read_table("post_identity.tsv")) {
    const auto body = [&](std::size_t cell) {
      return row[cell] == "-" ? std::string_view() : row[cell];
    };
    const Post one{std::string(row[0]), std::string(body(1)), {}};
    const Post other{std::string(row[2]), std::string(body(3)), {}};
    EXPECT_EQ(is_same_post(one, other), row[4] == "same") << row;
    EXPECT_EQ(is_same_post(other, one), row[4] == "same") << row << " the other way round";
  }
}

}  // namespace
}  // namespace tracuu
