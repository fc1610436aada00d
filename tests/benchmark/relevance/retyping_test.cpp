#include "tests/benchmark/relevance/retyping.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(Retyping, ChangesOnlyHowTheWordsAreTyped) {
  const std::map<std::string, std::string (*)(std::string_view)> ways = {
      {"none", without_marks},
      {"half", [](std::string_view text) { return partly_without_marks(text, 2); }},
      {"third", [](std::string_view text) { return partly_without_marks(text, 3); }},
      {"nfd", decomposed},
      {"tone", with_other_tone_placement},
  };
  for (const TableRow& row : read_table("relevance_retyping.tsv")) {
    EXPECT_EQ(ways.at(row.cells[0])(row[1]), row[2]) << row;
  }
}

TEST(Retyping, SlipsOnceAndNotInShortWords) {
  std::mt19937 random(1);
  for (int i = 0; i < 100; ++i) {
    const std::string typed = with_one_typo("có ông nghiêm", random);
    EXPECT_TRUE(typed.starts_with("có ông n")) << typed;
  }
  EXPECT_EQ(with_one_typo("có ông", random), "có ông");
}

}  // namespace
}  // namespace tracuu
