#include "server/route.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    segments.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

TEST(Routes, HaveAddressesAndNamesOfTheirOwnAndWordsInBothLanguages) {
  std::set<std::string_view> paths;
  std::set<std::string_view> names;
  for (const Route& route : routes()) {
    const Endpoint& endpoint = route.endpoint;
    EXPECT_TRUE(paths.insert(endpoint.path).second) << endpoint.path;
    EXPECT_TRUE(names.insert(endpoint.name).second) << endpoint.name;
    EXPECT_FALSE(endpoint.description_vi.empty() || endpoint.description_en.empty());
    EXPECT_NE(route.handler, nullptr);
    EXPECT_EQ(endpoint.content_type.ends_with("json"), !endpoint.schema.empty()) << endpoint.path;
    ASSERT_FALSE(endpoint.parameters.empty()) << endpoint.path;
    EXPECT_EQ(endpoint.parameters.back().name, "lang") << endpoint.path;
  }
}

TEST(Routes, AreFoundByTheirOwnAddress) {
  for (const Route& route : routes()) {
    const auto match = find_route(segments_of(route.endpoint.path));
    ASSERT_TRUE(match) << route.endpoint.path;
    EXPECT_EQ(match->route, &route);
  }
}

TEST(Routes, GiveWhatStandsForABrace) {
  const std::vector<std::string> segments{"api", "v1", "articles", "a/b", "similar"};
  const auto match = find_route(segments);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->route->endpoint.name, "similar");
  EXPECT_EQ(match->values, (std::vector<std::string>{"a/b"}));
  EXPECT_FALSE(find_route(segments_of("/api/v1/articles/")));
  EXPECT_FALSE(find_route(segments_of("/api/v1/articles")));
  EXPECT_FALSE(find_route({}));
}

TEST(Routes, NearestOfAnAddressThatIsNone) {
  for (const TableRow& row : read_table("route_addresses.tsv")) {
    EXPECT_FALSE(find_route(segments_of(row[0]))) << row;
    EXPECT_EQ(nearest_address(segments_of(row[0])), row[1]) << row;
  }
}

/// The codes that the sources of the HTTP layer write, which may not include the table of them.
std::set<std::string> codes_of_the_http_layer() {
  const std::regex written(R"re((?:Refusal\{|return \{|make_problem\()\s*\d{3},\s*"([a-z_]+)")re");
  std::set<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(TRACUU_SOURCE_DIR "/server/http")) {
    std::ifstream in(entry.path());
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    for (std::sregex_iterator found(text.begin(), text.end(), written), end; found != end;
         ++found) {
      codes.insert((*found)[1]);
    }
  }
  return codes;
}

TEST(ProblemKinds, AreThoseOfTheHttpLayerAndOfTheRouterAndNoOthers) {
  std::set<std::string> codes = codes_of_the_http_layer();
  ASSERT_GT(codes.size(), 10U) << "the sources were not read";
  codes.insert(
      {"invalid_parameter", "not_found", "deadline_exceeded", "internal_error", "stopping"});
  codes.insert({"unauthorized", "rate_limited"});  // of the doorkeeper
  std::set<std::string> listed;
  for (const ProblemKind& kind : kProblemKinds) {
    listed.emplace(kind.code);
  }
  EXPECT_EQ(listed, codes);
}

TEST(ServerTiming, IsWrittenInMilliseconds) {
  HttpResponse response;
  add_timing(response,
             std::vector<std::pair<std::string_view, double>>{{"match", 1.25}, {"json", 0.0004}});
  ASSERT_EQ(response.headers.size(), 1U);
  EXPECT_EQ(response.headers[0].second, "match;dur=1.250, json;dur=0.000");
}

}  // namespace
}  // namespace tracuu
