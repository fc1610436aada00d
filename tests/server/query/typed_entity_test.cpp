#include "server/query/typed_entity.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "server/query/query_unit.h"
#include "server/query/typed_date.h"
#include "server/query/typed_document.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(QueryUnit, SplitsEveryRowOfTheTable) {
  for (const TableRow& row : read_table("query_units.tsv")) {
    const std::string text = normalized(row[0]);
    const TypedText typed = typed_text(text);
    EXPECT_EQ(describe_units(typed, split_into_units(typed, lex(typed))), row[1]) << row;
  }
}

TEST(TypedEntity, StaysWithinTheRangeAskedFor) {
  const std::string text = "bà rịa vũng tàu nghị quyết 36 NQ TW";
  const TypedText typed = typed_text(text);
  EXPECT_TRUE(find_typed_entities(typed, {0, 3}).empty());
  const auto entities = find_typed_entities(typed, {4, 7});
  ASSERT_EQ(entities.size(), 1U);
  EXPECT_EQ(entities[0].value, "NQ 36");
  EXPECT_EQ(entities[0].tokens, (TokenRange{4, 7}));
}

TEST(TypedEntity, LeavesTheKindOfPlaceOutOfTheName) {
  const std::string text = "thành phố Đà Nẵng";
  const TypedText typed = typed_text(text);
  const auto entities = find_typed_entities(typed, {0, typed.text.tokens.size()});
  ASSERT_EQ(entities.size(), 1U);
  EXPECT_EQ(slice(text, entities[0].name_span), "Đà Nẵng");
  EXPECT_EQ(entities[0].tokens.size(), 4U);
}

TEST(TypedDocument, ReadsNamesTypedWithoutMarks) {
  const auto number = read_document_number("nghi quyet trung uong 4 khoa xi");
  ASSERT_TRUE(number);
  EXPECT_EQ(to_canonical(*number), "Nghị quyết Trung ương 4 khóa XI");
  EXPECT_FALSE(read_document_number("chuyển đổi số"));
  EXPECT_FALSE(read_document_number(""));
}

TEST(TypedDate, FindsTheEndOfWholeDatesOnly) {
  const auto tokens_of_date = [](std::string_view text) {
    const TypedText typed = typed_text(text);
    return end_of_date(typed, {0, typed.text.tokens.size()});
  };
  EXPECT_EQ(tokens_of_date("ngày 03/6/2020 x"), 4U);
  EXPECT_EQ(tokens_of_date("ngày 3 tháng 6 năm 2020"), 6U);
  EXPECT_EQ(tokens_of_date("03-06-2020"), 3U);
  EXPECT_EQ(tokens_of_date("ngày 03/6"), 0U);
  EXPECT_EQ(tokens_of_date("3 6 2020"), 0U);
  EXPECT_EQ(tokens_of_date("ngày"), 0U);
}

}  // namespace
}  // namespace tracuu
