#include "server/web/page_texts.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(PageTexts, CountInWordsAsEachLanguageWritesNumbers) {
  for (const TableRow& row : read_table("page_counts.tsv")) {
    const Language language = row[0] == "vi" ? Language::kVietnamese : Language::kEnglish;
    EXPECT_EQ(count_in_words(language, std::stoull(std::string(row[1])),
                             std::stoull(std::string(row[2]))),
              row[3])
        << row << row[4];
  }
}

TEST(PageTexts, DaysAreWrittenAsReadersWriteThem) {
  EXPECT_EQ(day_in_words("2018-05-15"), "15/05/2018");
  EXPECT_EQ(day_in_words("2018"), "2018");
  EXPECT_EQ(day_in_words(""), "");
}

}  // namespace
}  // namespace tracuu
