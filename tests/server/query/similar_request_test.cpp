#include "server/query/similar_request.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

UrlParameters parameters_of(std::string_view text) {
  UrlParameters parameters;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    parameters.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return parameters;
}

TEST(SimilarRequest, ReadsItsOneParameter) {
  for (const TableRow& row : read_table("query_similar.tsv")) {
    const Result<std::size_t> limit = parse_similar_limit(parameters_of(row[0]));
    EXPECT_EQ(limit ? std::to_string(*limit) : limit.error().message, row[1]) << row;
  }
}

}  // namespace
}  // namespace tracuu
