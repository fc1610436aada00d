#include "server/api/ndjson_view.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/query/list_parameters.h"
#include "tests/server/api/sample_hits.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

SearchRequest exporting(std::size_t limit, std::size_t offset, bool collapse = false) {
  SearchRequest request = *parse_search_request({}, kExportParameters);
  request.limit = limit;
  request.offset = offset;
  request.collapse = collapse;
  return request;
}

TEST(NdjsonView, WritesAHitALineAndSaysAtTheEndThatItIsWhole) {
  const SearchResult result = two_hits();
  const std::string line = ndjson_line(result.hits[1], Highlight::kHtml);
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1) << "a line end inside a line";
  EXPECT_EQ(line.back(), '\n');
  EXPECT_EQ(Json::parse(line)["id"], "b");
  const Json end = Json::parse(ndjson_end({25, 25, "", true}, result.index));
  EXPECT_EQ(end["export"]["rows"], 25);
  EXPECT_EQ(end["export"]["complete"], true);
  EXPECT_TRUE(end["export"]["next"].is_null());
  EXPECT_EQ(end["export"]["index"]["generation"], "gen-000007");
}

struct Part {
  std::size_t limit;
  std::size_t offset;
  std::size_t rows;
  bool collapse;
  ExportSummary expected;
};

TEST(ExportSummary, NeverCallsAPartTheWhole) {
  const std::string path = "/api/v1/export.csv";
  const std::vector<Part> parts{
      {100'000, 0, 25, false, {25, 25, "", true}},
      {100'000, 0, 20, true, {20, 20, "", true}},
      {10, 0, 10, false, {10, 25, path + "?limit=10&offset=10", false}},
      {10, 20, 5, false, {5, 25, "", false}},
      {0, 0, 0, false, {0, 25, "", false}},
      {10, 30, 0, false, {0, 25, "", false}},
  };
  for (const Part& part : parts) {
    EXPECT_EQ(
        summarize(exporting(part.limit, part.offset, part.collapse), two_hits(), part.rows, path),
        part.expected)
        << part.limit << ' ' << part.offset;
  }
}

TEST(ExportSummary, OffersNoPartThatCannotBeAskedFor) {
  SearchResult result;
  result.total = 1'000'000;
  EXPECT_NE(summarize(exporting(kLargestExport, 0), result, kLargestExport, "/x").next, "");
  EXPECT_EQ(summarize(exporting(kLargestExport, 1), result, kLargestExport, "/x").next, "");
}

}  // namespace
}  // namespace tracuu
