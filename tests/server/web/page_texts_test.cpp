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

TEST(PageTexts, SayNumbersOfOneAndOfSeveral) {
  EXPECT_EQ(all_in_words(Language::kVietnamese, 1204), "Xem cả 1.204 bài");
  EXPECT_EQ(all_in_words(Language::kEnglish, 1), "See 1 article");
  EXPECT_EQ(all_in_words(Language::kEnglish, 2), "See all 2 articles");
  EXPECT_EQ(papers_in_words(Language::kVietnamese, 3), "3 văn bản mang số này");
  EXPECT_EQ(papers_in_words(Language::kEnglish, 1), "1 paper has this number");
  EXPECT_EQ(papers_in_words(Language::kEnglish, 3), "3 papers have this number");
}

TEST(PageTexts, DaysAreWrittenAsReadersWriteThem) {
  EXPECT_EQ(day_in_words("2018-05-15"), "15/05/2018");
  EXPECT_EQ(day_in_words("2018"), "2018");
  EXPECT_EQ(day_in_words(""), "");
}

}  // namespace
}  // namespace tracuu
