#include "server/query/chips.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/query/understanding.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string printed(const std::vector<QueryChip>& chips) {
  std::string out;
  for (const QueryChip& chip : chips) {
    out += out.empty() ? "" : " ; ";
    out += chip.kind + ' ' + chip.value + " [" + chip.label + "] <" + chip.undo + '>';
  }
  return out;
}

TEST(Chips, SayWhatWasUnderstoodAndHowToUndoIt) {
  for (const TableRow& row : read_table("query_chips.tsv")) {
    const auto query = understand(row[0]);
    ASSERT_TRUE(query) << row;
    EXPECT_EQ(printed(query->chips), row[1]) << row;
  }
}

TEST(Chips, AreGoneOnceUndone) {
  for (const TableRow& row : read_table("query_chips.tsv")) {
    const auto query = understand(row[0]);
    ASSERT_TRUE(query) << row;
    for (const QueryChip& chip : query->chips) {
      const auto undone = understand(chip.undo);
      ASSERT_TRUE(undone) << row;
      const auto is_same = [&](const QueryChip& other) {
        return other.kind == chip.kind && other.value == chip.value;
      };
      const auto before = std::count_if(query->chips.begin(), query->chips.end(), is_same);
      const auto after = std::count_if(undone->chips.begin(), undone->chips.end(), is_same);
      EXPECT_EQ(after, before - 1) << row << " undone: " << chip.undo;
    }
  }
}

TEST(Chips, PointAtWhatWasTyped) {
  const auto query = understand("cntt  tỉnh   Nghệ An -\"quảng cáo\"");
  ASSERT_TRUE(query);
  ASSERT_EQ(query->chips.size(), 3U);
  EXPECT_EQ(slice(query->text, query->chips[0].span), "cntt");
  EXPECT_EQ(slice(query->text, query->chips[1].span), "tỉnh Nghệ An");
  EXPECT_EQ(slice(query->text, query->chips[2].span), "-\"quảng cáo\"");
}

}  // namespace
}  // namespace tracuu
