#include "server/query/similar_request.h"

#include <gtest/gtest.h>

#include "tests/server/query/url_parameters.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(SimilarRequest, ReadsItsParameters) {
  for (const TableRow& row : read_table("query_similar.tsv")) {
    const Result<SimilarRequest> request = parse_similar_request(parameters_of(row[0]));
    EXPECT_EQ(request ? std::to_string(request->limit) +
                            (request->language == Language::kEnglish ? " en" : "")
                      : request.error().message,
              row[1])
        << row;
  }
}

}  // namespace
}  // namespace tracuu
