#include "common/text/folded_reader.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string with_visible_blanks(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '_');
  return text;
}

TEST(FoldedReader, ReadsEveryRowOfTheTable) {
  for (const TableRow& row : read_table("text_folded.tsv")) {
    ASSERT_EQ(row.cells.size(), 5U) << row;
    const std::string text = normalized(row[0]);
    const ExactText exact(text);
    EXPECT_EQ(with_visible_blanks(folded_words(exact, WordGap::kBlank)), row[1]) << row;
    EXPECT_EQ(folded_words(exact, WordGap::kNothing), row[2]) << row;
    EXPECT_EQ(with_visible_blanks(typed_key(exact, WordGap::kBlank)), row[3]) << row;
    EXPECT_EQ(typed_key(exact, WordGap::kNothing), row[2]) << row;
  }
}

TEST(FoldedReader, TellsWhereItsBytesComeFrom) {
  const std::string text = "«Đà» 5G";
  for (const WordGap gap : {WordGap::kBlank, WordGap::kNothing}) {
    FoldedReader reader(text, 0, gap);
    std::string words;
    for (char byte = reader.next(); byte != 0; byte = reader.next()) {
      if (reader.starts_word()) {
        words.append(text.substr(reader.begin(), reader.end() - reader.begin())).append(1, '|');
      }
    }
    EXPECT_EQ(words, "Đ|5|G|");
    EXPECT_EQ(reader.end(), text.size());
  }
}

TEST(FoldedReader, StaysAtTheEnd) {
  FoldedReader reader("a", 0, WordGap::kBlank);
  EXPECT_EQ(reader.next(), 'a');
  EXPECT_EQ(reader.next(), ' ');
  EXPECT_EQ(reader.next(), 0);
  EXPECT_EQ(reader.next(), 0);
}

}  // namespace
}  // namespace tracuu
