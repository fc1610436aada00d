#include "server/http/address.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(Address, IsReadAsInTheTable) {
  for (const TableRow& row : read_table("addresses.tsv")) {
    const ExactText address(row[0]);
    EXPECT_EQ(is_address(address), row[1] == "yes") << row;
    EXPECT_EQ(is_loopback(address), row[2] == "yes") << row;
    EXPECT_EQ(network_of(address), row[3]) << row;
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

TEST(Address, OfAClientIsWhatItsProxyWrote) {
  for (const TableRow& row : read_table("forwarded_addresses.tsv")) {
    EXPECT_EQ(client_address(row[0], ExactText(row[1]), words_of(row[2])), row[3]) << row;
  }
}

}  // namespace
}  // namespace tracuu
