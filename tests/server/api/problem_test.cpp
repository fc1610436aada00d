#include "server/api/problem.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/api/json_text.h"

namespace tracuu {
namespace {

TEST(Problem, NamesTheParameterAtFault) {
  const Problem problem = invalid_parameter("from: not a date: '31/02/2018'");
  EXPECT_EQ(problem.status, 400);
  EXPECT_EQ(problem.parameter, "from");
  const auto json = nlohmann::json::parse(to_json(problem, "abc"));
  EXPECT_EQ(json["param"], "from");
  EXPECT_EQ(json["code"], "invalid_parameter");
  EXPECT_EQ(json["detail"], "from: not a date: '31/02/2018'");
  EXPECT_EQ(json["request_id"], "abc");
}

TEST(Problem, HasNoParameterWhereNoneIsAtFault) {
  const Problem problem{
      .status = 404, .code = "not_found", .title = "t", .detail = "d", .parameter = ""};
  EXPECT_FALSE(nlohmann::json::parse(to_json(problem, "x")).contains("param"));
}

TEST(Problem, BytesThatAreNoTextStillMakeJson) {
  const Problem problem{
      .status = 400, .code = "x", .title = "t", .detail = "q: '\xFF'", .parameter = ""};
  EXPECT_TRUE(nlohmann::json::accept(to_json(problem, "x")));
}

TEST(JsonText, QuotesAndEscapes) {
  EXPECT_EQ(json_text("a\"b\n"), "\"a\\\"b\\n\"");
  EXPECT_EQ(json_text("Đà Nẵng"), "\"Đà Nẵng\"");
}

}  // namespace
}  // namespace tracuu
