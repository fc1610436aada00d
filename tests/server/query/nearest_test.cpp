#include "server/query/nearest.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(EditDistance, CountsSlipsOfEveryKind) {
  for (const TableRow& row : read_table("query_edit_distance.tsv")) {
    EXPECT_EQ(std::to_string(edit_distance(row[0], row[1])), row[2]) << row;
    EXPECT_EQ(std::to_string(edit_distance(row[1], row[0])), row[2]) << row << " swapped";
  }
}

TEST(Nearest, PutsTheNearestFirstAndKeepsTheOrderOfEquals) {
  constexpr std::array<std::string_view, 4> kNames = {"Hải Dương", "Hải Phòng", "Hà Giang", "Huế"};
  using Names = std::vector<std::string>;
  EXPECT_EQ(nearest("hai phog", kNames, 1), Names{"Hải Phòng"});
  EXPECT_EQ(nearest("hai phog", kNames, 3), (Names{"Hải Phòng", "Hải Dương"}));
  EXPECT_EQ(nearest("hai huong", kNames, 3), (Names{"Hải Dương", "Hải Phòng"}));
}

TEST(Nearest, FindsNothingForOtherWords) {
  constexpr std::array<std::string_view, 2> kNames = {"sort", "match"};
  EXPECT_TRUE(nearest("xyz", kNames, 3).empty());
  EXPECT_TRUE(nearest("", kNames, 3).empty());
  EXPECT_TRUE(nearest(std::string(100'000, 's'), kNames, 3).empty());
}

}  // namespace
}  // namespace tracuu
