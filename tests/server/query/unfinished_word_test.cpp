#include "server/query/unfinished_word.h"

#include <gtest/gtest.h>

#include <string>

#include "server/query/understanding.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Query understood(std::string_view q, Match match) {
  SearchRequest request;
  request.q = q;
  request.match = match;
  const Result<Query> query = understand_request(request, nullptr);
  EXPECT_TRUE(query) << (query ? "" : query.error().message);
  return query ? *query : Query{};
}

std::string start_told(const Query& query) {
  const bool told = !query.chips.empty() && query.chips.back().kind == "start";
  return told ? query.chips.back().value : "";
}

TEST(UnfinishedWord, IsTheLastOneOfEachRow) {
  for (const TableRow& row : read_table("query_unfinished.tsv")) {
    ASSERT_EQ(row.cells.size(), 4U) << row;
    const Query query = understood(row[0], Match::kPrefix);
    EXPECT_EQ(describe(query), row[1]) << row;
    EXPECT_EQ(start_told(query), row[2]) << row;
  }
}

TEST(UnfinishedWord, IsFinishedByUndoingItsChip) {
  for (const TableRow& row : read_table("query_unfinished.tsv")) {
    const Query query = understood(row[0], Match::kPrefix);
    if (start_told(query).empty()) {
      EXPECT_EQ(query, understood(row[0], Match::kAll)) << row;
    } else {
      EXPECT_EQ(understood(query.chips.back().undo, Match::kPrefix),
                understood(row[0], Match::kAll))
          << row;
    }
  }
}

TEST(UnfinishedWord, IsNoneOfOtherWaysToMatch) {
  for (const Match match : {Match::kAuto, Match::kAll, Match::kAny}) {
    EXPECT_EQ(understood("công ngh", match), *understand("công ngh"));
  }
}

TEST(UnfinishedWord, IsNoneOfNothing) {
  for (const char* const typed : {"", " ", "-", "\"", "?!", "\u0301"}) {
    EXPECT_EQ(start_told(understood(typed, Match::kPrefix)), "") << typed;
  }
}

TEST(UnfinishedWord, IsNotToldOfAQueryThatFails) {
  SearchRequest request;
  request.q = std::string(kLongestQuery + 1, 'a');
  request.match = Match::kPrefix;
  EXPECT_FALSE(understand_request(request, nullptr));
}

}  // namespace
}  // namespace tracuu
