#include "server/search/text_marks.h"

#include <gtest/gtest.h>

#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

/// Writes brackets around what is marked.
std::string bracketed(std::string_view text, const std::vector<MarkedToken>& tokens) {
  std::string out;
  std::uint32_t at = 0;
  bool open = false;
  for (const MarkedToken& token : tokens) {
    if (open && !(token.marked && token.joined)) {
      out += ']';
      open = false;
    }
    out += slice(text, {at, token.span.begin});
    if (token.marked && !open) {
      out += '[';
      open = true;
    }
    out += slice(text, token.span);
    at = token.span.end;
  }
  return out + (open ? "]" : "") + std::string(text.substr(at));
}

TEST(TextMarks, MarksEachRow) {
  for (const TableRow& row : read_table("search_marks.tsv")) {
    const ExactText text(row[1]);
    EXPECT_EQ(bracketed(text, TextMarks(sample_query(row[0])).find(text, {})), row[2]) << row;
  }
}

TEST(TextMarks, MarksMentionsWhateverTheySay) {
  const std::string text = "Nghị quyết số 13 và 36-NQ/TW";
  const TextMarks marks(sample_query("quyết"));
  const auto quoted = static_cast<std::uint32_t>(text.find(" số"));
  EXPECT_EQ(bracketed(text, marks.find(text, {{0, quoted}})), "[Nghị quyết] số 13 và 36-NQ/TW");
  const auto begin = static_cast<std::uint32_t>(text.find("36"));
  const auto end = static_cast<std::uint32_t>(text.size());
  EXPECT_EQ(bracketed(text, marks.find(text, {{begin, end}})), "Nghị [quyết] số 13 và [36-NQ/TW]");
}

TEST(TextMarks, TellsWhichSyllablesAndNeighboursATokenIs) {
  const auto tokens = TextMarks(sample_query("nghị quyết")).find("quyết nghị quyết", {});
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[0].syllables, 2U);
  EXPECT_EQ(tokens[0].pairs, 0U);
  EXPECT_EQ(tokens[1].syllables, 1U);
  EXPECT_EQ(tokens[1].pairs, 1U);
  EXPECT_EQ(tokens[2].pairs, 1U);
}

TEST(TextMarks, TakesMoreSyllablesThanItHasBits) {
  std::string many;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    for (char second = 'a'; second <= 'd'; ++second) {
      many.append(" ").append(1, letter).append(1, second);
    }
  }
  const auto tokens = TextMarks(sample_query(many)).find("aa zd", {});
  EXPECT_TRUE(tokens[0].marked);
  EXPECT_FALSE(tokens[1].marked);
}

}  // namespace
}  // namespace tracuu
