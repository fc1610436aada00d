#include "server/query/similar_request.h"

#include <gtest/gtest.h>

#include "tests/server/query/url_parameters.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(SimilarRequest, ReadsItsOneParameter) {
  for (const TableRow& row : read_table("query_similar.tsv")) {
    const Result<std::size_t> limit = parse_similar_limit(parameters_of(row[0]));
    EXPECT_EQ(limit ? std::to_string(*limit) : limit.error().message, row[1]) << row;
  }
}

}  // namespace
}  // namespace tracuu
