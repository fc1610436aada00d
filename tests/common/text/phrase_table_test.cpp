#include "common/text/phrase_table.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

PhraseTable table_of(std::string_view phrases, PhraseTable::Compare compare) {
  PhraseTable table(compare);
  for (std::uint32_t value = 0;; ++value) {
    const auto bar = phrases.find('|');
    table.add(phrases.substr(0, bar), value);
    if (bar == std::string_view::npos) {
      return table;
    }
    phrases.remove_prefix(bar + 1);
  }
}

TEST(PhraseTable, FindsThePhraseOfItsRow) {
  for (const TableRow& row : read_table("text_phrases.tsv")) {
    const auto compare =
        row[0] == "folded" ? PhraseTable::Compare::kFolded : PhraseTable::Compare::kKey;
    const PhraseTable table = table_of(row[1], compare);
    const std::string text = normalized(row[2]);
    const auto match = table.longest_at(tokenized(text), 0);
    std::string values;
    for (const std::uint32_t value : match ? match->values : std::span<const std::uint32_t>()) {
      values += values.empty() ? "" : " ";
      values += std::to_string(value);
    }
    EXPECT_EQ(values, row[3]) << row;
    EXPECT_EQ(match ? std::to_string(match->token_count) : "", row[4]) << row;
  }
}

TEST(PhraseTable, FindsAPhraseInTheMiddle) {
  PhraseTable table;
  table.add("thành phố Huế", 7);
  const std::string text = "Sở TT&TT thành phố Huế";
  const TokenizedText tokens = tokenized(text);
  EXPECT_FALSE(table.longest_at(tokens, 2));
  ASSERT_TRUE(table.longest_at(tokens, 3));
  EXPECT_EQ(table.longest_at(tokens, 3)->values.front(), 7U);
  EXPECT_FALSE(table.longest_at(tokens, 5));
}

TEST(PhraseTable, FindsTheLongestPhraseOfOneValueFromOneStart) {
  constexpr std::uint32_t kTitle = 1;
  constexpr std::uint32_t kPlace = 2;
  PhraseTable table;
  table.add("chủ tịch", kTitle);
  table.add("chủ tịch ủy ban", kPlace);
  table.add("chủ tịch", kPlace);
  const std::string text = "Chủ tịch Ủy ban, phó chủ nhiệm";
  const TokenizedText tokens = tokenized(text);
  const PhraseTable::Start start = table.start_of(tokens.tokens[0]);
  EXPECT_EQ(table.longest_with(kTitle, start, tokens, 0), 2U);
  EXPECT_EQ(table.longest_with(kPlace, start, tokens, 0), 4U);
  EXPECT_EQ(table.longest_with(3, start, tokens, 0), 0U) << "no phrase has the value";
  EXPECT_EQ(table.longest_with(kTitle, table.start_of(tokens.tokens[5]), tokens, 5), 0U)
      << "the phrase begins and does not go on";
  EXPECT_EQ(table.start_of(tokens.tokens[4]), PhraseTable::kNoStart);
}

}  // namespace
}  // namespace tracuu
