#include "server/query/filter_words.h"

#include <gtest/gtest.h>

#include "tests/server/query/url_parameters.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

RemovedBy removed_of(std::string_view filter, std::string_view counts) {
  RemovedBy removed{field_named(filter)};
  removed.count = static_cast<std::uint64_t>(counts.front() - '0');
  removed.undated = static_cast<std::uint64_t>(counts.back() - '0');
  return removed;
}

TEST(FilterWords, SayWhatAFilterKeepsOut) {
  for (const TableRow& row : read_table("filter_words.tsv")) {
    const Result<SearchRequest> request = parse_search_request(parameters_of(row[0]));
    ASSERT_TRUE(request) << row;
    EXPECT_EQ(removed_in_words(*request, removed_of(row[1], row[2])), row[3]) << row;
  }
}

TEST(FilterWords, OfNoFilterAreNone) {
  EXPECT_EQ(in_words(SearchRequest()), "");
}

TEST(FilterWords, GoWithTheFilterTakenOff) {
  const SearchRequest request = *parse_search_request(
      parameters_of("year=2012&from=2012-01&to=2013&province=ca mau&offset=10"));
  EXPECT_EQ(to_url_query(without(request, {FieldId::kYear})),
            "province=C%C3%A0%20Mau&from=2012-01-01&to=2013-12-31");
  EXPECT_EQ(to_url_query(without(request, {std::nullopt})), "province=C%C3%A0%20Mau&year=2012");
}

}  // namespace
}  // namespace tracuu
