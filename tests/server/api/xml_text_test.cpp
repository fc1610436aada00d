#include "server/api/xml_text.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(XmlText, EscapesEveryRowOfTheTable) {
  for (const TableRow& row : read_table("xml_texts.tsv")) {
    EXPECT_EQ(xml_text(ExactText(row[0])), row[1]) << row;
  }
}

TEST(XmlText, ReplacesBytesThatAreNoText) {
  EXPECT_EQ(xml_text("a\xFF"
                     "b\xC3"),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(xml_text(std::string_view("\0", 1)), "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace tracuu
