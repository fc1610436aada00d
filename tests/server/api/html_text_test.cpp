#include "server/api/html_text.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(HtmlText, HoldsNoMarkupWhateverTheText) {
  for (const TableRow& row : read_table("hostile_texts.tsv")) {
    const std::string html = html_escaped(row[0]);
    EXPECT_EQ(html.find_first_of("<>\"'"), std::string::npos) << row;
    EXPECT_EQ(html, row[1]) << row << row[2];
  }
}

TEST(HtmlText, LeavesVietnameseAsItIs) {
  EXPECT_EQ(html_escaped("Đắk Lắk – “chuyển đổi số”"), "Đắk Lắk – “chuyển đổi số”");
  EXPECT_EQ(html_escaped(""), "");
}

}  // namespace
}  // namespace tracuu
