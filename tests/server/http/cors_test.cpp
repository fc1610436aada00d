#include "server/http/cors.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string header_of(const HttpResponse& response, std::string_view name) {
  for (const auto& [field, value] : response.headers) {
    if (field == name) {
      return value;
    }
  }
  return {};
}

HttpResponse answered(const std::vector<std::string>& allowed, const std::string& origin,
                      const std::string& method = "GET") {
  HttpRequest request;
  request.method = method;
  if (!origin.empty()) {
    request.headers.emplace_back("origin", origin);
  }
  HttpResponse response;
  allow_origins(request, allowed, response);
  return response;
}

TEST(Cors, KnowsAnOrigin) {
  for (const TableRow& row : read_table("http_origins.tsv")) {
    EXPECT_EQ(is_origin(row[0]), row[1] == "yes") << row;
  }
}

TEST(Cors, IsOffUntilSomebodyIsAllowed) {
  EXPECT_TRUE(answered({}, "https://a.example").headers.empty());
}

TEST(Cors, AllowsWhoIsListedAndNobodyElse) {
  const std::vector<std::string> allowed{"https://a.example", "https://b.example"};
  const HttpResponse listed = answered(allowed, "https://b.example");
  EXPECT_EQ(header_of(listed, "Access-Control-Allow-Origin"), "https://b.example");
  EXPECT_NE(header_of(listed, "Access-Control-Expose-Headers").find("X-Total-Count"),
            std::string::npos);
  for (const char* origin : {"https://c.example", "https://b.example.evil.example", "null", ""}) {
    const HttpResponse other = answered(allowed, origin);
    EXPECT_EQ(header_of(other, "Access-Control-Allow-Origin"), "") << origin;
    EXPECT_EQ(header_of(other, "Vary"), "Origin")
        << "a cache must not give one's answer to another";
  }
}

TEST(Cors, AnswersAPreflight) {
  const HttpResponse response = answered({"https://a.example"}, "https://a.example", "OPTIONS");
  EXPECT_EQ(header_of(response, "Access-Control-Allow-Methods"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(header_of(response, "Access-Control-Max-Age"), "86400");
  EXPECT_EQ(header_of(answered({"https://a.example"}, "https://c.example", "OPTIONS"),
                      "Access-Control-Allow-Methods"),
            "");
}

TEST(Cors, EverybodyNeedsNoVary) {
  const HttpResponse response = answered({"*"}, "https://x.example");
  EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(header_of(response, "Vary"), "");
}

TEST(Cors, AddsToAVaryThatIsThere) {
  HttpResponse response;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  allow_origins({}, std::vector<std::string>{"https://a.example"}, response);
  EXPECT_EQ(header_of(response, "Vary"), "Accept-Encoding, Origin");
}

}  // namespace
}  // namespace tracuu
