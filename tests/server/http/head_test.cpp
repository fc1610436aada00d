#include "server/http/head.h"

#include <gtest/gtest.h>

#include "tests/server/http/wire_text.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

const std::string kHead = "GET /api HTTP/1.1\r\nHost: a\r\n\r\n";

TEST(Head, EndsWithItsBlankLineWhateverFollows) {
  EXPECT_EQ(scan_head(ExactText(kHead)).size, kHead.size());
  EXPECT_EQ(scan_head(ExactText(kHead + "GET / HTTP/1.1\r\n")).size, kHead.size());
  EXPECT_EQ(scan_head(ExactText(kHead + std::string(9000, '\0'))).size, kHead.size());
}

TEST(Head, IsNeitherCompleteNorRefusedAtAnyCutBeforeItsEnd) {
  for (std::size_t size = 0; size < kHead.size(); ++size) {
    const HeadScan scan = scan_head(ExactText(kHead.substr(0, size)));
    EXPECT_EQ(scan.size, 0U) << size;
    EXPECT_FALSE(scan.refusal) << size;
  }
}

TEST(Head, MayFillTheLimitToTheLastByte) {
  const std::string front = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
  const std::string full = front + std::string(kMaxHeadBytes - front.size() - 4, 'x') + "\r\n\r\n";
  ASSERT_EQ(full.size(), kMaxHeadBytes);
  EXPECT_EQ(scan_head(ExactText(full)).size, kMaxHeadBytes);
  EXPECT_TRUE(std::holds_alternative<RequestHead>(parse_head(full)));

  const std::string over = front + std::string(kMaxHeadBytes - front.size() - 3, 'x') + "\r\n\r\n";
  const HeadScan scan = scan_head(ExactText(over));
  ASSERT_TRUE(scan.refusal);
  EXPECT_EQ(scan.refusal->status, 431);
}

TEST(Head, MayHaveARequestLineAsLongAsAllowedAndNotOneByteMore) {
  const std::string longest(4160, 'a');
  EXPECT_FALSE(scan_head(ExactText(longest + "\r\n")).refusal);
  const HeadScan scan = scan_head(ExactText(longest + "a\r\n"));
  ASSERT_TRUE(scan.refusal);
  EXPECT_EQ(scan.refusal->status, 414);
}

TEST(Head, IsRefusedByTheFirstBytesThatCannotBeSaved) {
  for (const TableRow& row : read_table("http_bad_heads.tsv")) {
    SCOPED_TRACE(row);
    const std::string bytes = wire_bytes(row[0]);
    const HeadScan scan = scan_head(ExactText(bytes));
    ASSERT_TRUE(scan.refusal);
    EXPECT_EQ(scan.size, 0U);
    EXPECT_TRUE(scan.refusal->close);
    EXPECT_EQ(std::to_string(scan.refusal->status), row[1]);
    EXPECT_EQ(scan.refusal->detail, row[2]);
  }
}

TEST(Head, IsParsedIntoLowerCaseNamesAndTrimmedValues) {
  const auto parsed =
      parse_head("HEAD /a?b=c HTTP/1.0\r\nHOST: x\r\nX-Thing: \t one two \r\nx-thing:\r\n\r\n");
  ASSERT_TRUE(std::holds_alternative<RequestHead>(parsed));
  const auto& head = std::get<RequestHead>(parsed);
  EXPECT_EQ(head.method, "HEAD");
  EXPECT_EQ(head.target, "/a?b=c");
  EXPECT_EQ(head.version, 10);
  const std::vector<std::pair<std::string, std::string>> fields = {
      {"host", "x"}, {"x-thing", "one two"}, {"x-thing", ""}};
  EXPECT_EQ(head.fields, fields);
}

}  // namespace
}  // namespace tracuu
