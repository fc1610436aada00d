#include "server/web/page_texts.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(PageTexts, CountInWordsAsEachLanguageWritesNumbers) {
  for (const TableRow& row : read_table("page_counts.tsv")) {
    const Language language = row[0] == "vi" ? Language::kVietnamese : Language::kEnglish;
    const std::uint64_t articles = std::stoull(std::string(row[1]));
    const std::uint64_t texts = std::stoull(std::string(row[2]));
    EXPECT_EQ(count_in_words(language, articles), row[3]) << row << row[5];
    EXPECT_EQ(merged_in_words(language, texts), row[4]) << row << row[5];
  }
}

TEST(PageTexts, DaysAreWrittenAsReadersWriteThem) {
  EXPECT_EQ(day_in_words("2018-05-15"), "15/05/2018");
  EXPECT_EQ(day_in_words("2018"), "2018");
  EXPECT_EQ(day_in_words(""), "");
}

}  // namespace
}  // namespace tracuu
