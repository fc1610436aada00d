#include "server/query/lexing.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(Lexing, PartsEveryRowOfTheTable) {
  for (const TableRow& row : read_table("query_lexing.tsv")) {
    const std::string text = normalized(row[0]);
    const TypedText typed = typed_text(text);
    EXPECT_EQ(describe_pieces(typed, lex(typed)), row[1]) << row;
  }
}

TEST(Lexing, GivesSpansWithTheirSigns) {
  const std::string text = "a -\"b c\" -d \"e\"";
  const TypedText typed = typed_text(text);
  std::string spans;
  for (const LexedPiece& piece : lex(typed)) {
    spans.append("<").append(slice(text, piece.span)).append(">");
  }
  EXPECT_EQ(spans, "<a><-\"b c\"><-d><\"e\">");
}

TEST(Lexing, UsesEveryTokenAtMostOnceAndInOrder) {
  for (const TableRow& row : read_table("query_lexing.tsv")) {
    const std::string text = normalized(row[0]);
    const TypedText typed = typed_text(text);
    std::size_t end = 0;
    for (const LexedPiece& piece : lex(typed)) {
      EXPECT_LE(end, piece.tokens.begin) << row;
      EXPECT_LT(piece.tokens.begin, piece.tokens.end) << row;
      end = piece.tokens.end;
    }
    EXPECT_LE(end, typed.text.tokens.size()) << row;
  }
}

}  // namespace
}  // namespace tracuu
