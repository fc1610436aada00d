#include "server/http/problem.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tracuu {
namespace {

std::string header_of(const HttpResponse& response, const std::string& name) {
  const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == response.headers.end() ? "" : found->second;
}

TEST(Problem, IsAnRfc9457Document) {
  const HttpResponse problem = make_problem(404, "not_found", "Không có trang này.", "id-1");
  EXPECT_EQ(problem.status, 404);
  EXPECT_EQ(problem.content_type, "application/problem+json");
  EXPECT_EQ(problem.body,
            "{\"type\":\"/problems/not_found\",\"title\":\"Not Found\",\"status\":404,"
            "\"detail\":\"Không có trang này.\",\"code\":\"not_found\",\"request_id\":\"id-1\"}\n");
}

TEST(Problem, SaysWhenToComeBackAndWhatIsAllowed) {
  EXPECT_EQ(header_of(make_problem(503, "queue_full", "", ""), "Retry-After"), "1");
  EXPECT_EQ(header_of(make_problem(405, "method_not_allowed", "", ""), "Allow"),
            "GET, HEAD, OPTIONS");
  EXPECT_EQ(header_of(make_problem(400, "bad_target", "", ""), "Retry-After"), "");
}

TEST(Problem, EscapesEverythingThatCouldBreakOutOfAString) {
  EXPECT_EQ(json_string("a\"b\\c"), R"("a\u0022b\u005cc")");
  EXPECT_EQ(json_string("<script>&"), R"("\u003cscript\u003e\u0026")");
  EXPECT_EQ(json_string(std::string_view("\n\0\x7F", 3)), R"("\u000a\u0000\u007f")");
  EXPECT_EQ(json_string("Đắk Lắk 🇻🇳"), "\"Đắk Lắk 🇻🇳\"");
}

TEST(Problem, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(json_string("a\xC4"), R"("a\ufffd")");
  EXPECT_EQ(json_string("\xED\xA0\x80"), R"("\ufffd\ufffd\ufffd")");
  EXPECT_EQ(json_string("\xFF\x41"), R"("\ufffdA")");
}

TEST(Problem, KnowsThePhrasesOfStatusLines) {
  EXPECT_EQ(reason_phrase(200), "OK");
  EXPECT_EQ(reason_phrase(431), "Request Header Fields Too Large");
  EXPECT_EQ(reason_phrase(799), "Unknown Status");
}

}  // namespace
}  // namespace tracuu
