#include "indexer/rejection_kinds.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(RejectionKinds, LeaveOutWhatDiffersFromPageToPage) {
  for (const TableRow& row : read_table("rejection_kinds.tsv")) {
    EXPECT_EQ(kind_of({std::string(row[0]), std::string(row[1])}), row[2]) << row;
  }
}

TEST(RejectionKinds, AreCounted) {
  const auto counts = rejections_by_kind({{"a.jsonl:1", "a.jsonl:1: not UTF-8 at byte 3"},
                                          {"a.jsonl:9", "a.jsonl:9: not UTF-8 at byte 77"},
                                          {"b.txt", "page: the file is empty"}});
  EXPECT_EQ(counts, (std::map<std::string, std::uint64_t>{{"not UTF-8 at byte N", 2},
                                                          {"page: the file is empty", 1}}));
  EXPECT_TRUE(rejections_by_kind({}).empty());
}

}  // namespace
}  // namespace tracuu
