#include "server/api/problem.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "server/api/json_text.h"

namespace tracuu {
namespace {

TEST(Problem, NamesTheParameterAtFault) {
  const Problem problem =
      invalid_parameter({"from: not a date: '31/02/2018'"}, Language::kVietnamese);
  EXPECT_EQ(problem.status, 400);
  EXPECT_EQ(problem.parameter, "from");
  const auto json = nlohmann::json::parse(to_json(problem, "abc"));
  EXPECT_EQ(json["param"], "from");
  EXPECT_EQ(json["code"], "invalid_parameter");
  EXPECT_EQ(json["detail"], "from: not a date: '31/02/2018'");
  EXPECT_EQ(json["request_id"], "abc");
}

TEST(Problem, SpeaksTheLanguageAskedForWhereItCan) {
  const Error error{"from: not a date: 'x'", "from: không phải ngày: 'x'"};
  EXPECT_EQ(invalid_parameter(error, Language::kVietnamese).detail, error.vietnamese);
  EXPECT_EQ(invalid_parameter(error, Language::kEnglish).detail, error.message);
  EXPECT_EQ(invalid_parameter({"from: x"}, Language::kVietnamese).detail, "from: x");
  EXPECT_EQ(invalid_parameter(error, Language::kEnglish).title,
            "A parameter is unknown or malformed");
  EXPECT_EQ(invalid_parameter(error, Language::kVietnamese).title,
            "Tham số không có hoặc không đúng");
}

TEST(ProblemKinds, HaveCodesOfTheirOwnAndWordsInBothLanguages) {
  std::set<std::string_view> codes;
  for (const ProblemKind& kind : kProblemKinds) {
    EXPECT_TRUE(codes.insert(kind.code).second) << kind.code;
    EXPECT_EQ(problem_kind(kind.code), &kind);
    EXPECT_GE(kind.status, 400) << kind.code;
    EXPECT_FALSE(kind.title_vi.empty() || kind.title_en.empty()) << kind.code;
    const auto json = nlohmann::json::parse(problem_kind_json(kind));
    EXPECT_EQ(json["type"], "/problems/" + std::string(kind.code));
    EXPECT_EQ(json["status"], kind.status);
  }
  EXPECT_EQ(problem_kind("no_such_code"), nullptr);
  EXPECT_EQ(nlohmann::json::parse(problem_kinds_json())["problems"].size(), kProblemKinds.size());
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
