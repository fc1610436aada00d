#include "common/entity/post.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string_view name_of(PostKind kind) {
  switch (kind) {
    case PostKind::kState:
      return "state";
    case PostKind::kBare:
      return "bare";
    case PostKind::kRank:
      return "rank";
    case PostKind::kPrivate:
      return "private";
    case PostKind::kForeign:
      return "foreign";
    case PostKind::kPlural:
      return "plural";
  }
  return "";
}

TEST(Post, PartsTitleAndBody) {
  for (const auto& row : read_table("posts.tsv")) {
    const std::string text = normalized(row[0]);
    const TokenizedText tokens = tokenized(text);
    const auto reading = read_post(WordedText(tokens), 0);
    if (!reading) {
      EXPECT_EQ("none", row[3]) << row;
      continue;
    }
    EXPECT_EQ(reading->post.position, row[1]) << row;
    EXPECT_EQ(reading->post.organisation, row[2]) << row;
    EXPECT_EQ(name_of(reading->kind), row[3]) << row;
  }
}

TEST(Post, LinesAreJoinedByOneBlank) {
  const std::string text = normalized("Giám đốc Sở Thông tin\nvà Truyền thông");
  const TokenizedText tokens = tokenized(text);
  const auto reading = read_post(WordedText(tokens), 0);
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(reading->post.organisation, "Sở Thông tin và Truyền thông");
}

}  // namespace
}  // namespace tracuu
