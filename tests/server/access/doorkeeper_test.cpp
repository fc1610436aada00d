#include "server/access/doorkeeper.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "tests/support/table.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

constexpr const char* kToken = "3f9a1c0de4b85a7763";
constexpr const char* kOther = "0123456789abcdef";

class DoorkeeperTest : public ::testing::Test {
 protected:
  std::filesystem::path write_tokens(const std::string& text) {
    const auto file = directory_.write("tokens", text);
    EXPECT_EQ(::chmod(file.c_str(), 0600), 0);
    return file;
  }
  std::filesystem::path file_of(const char* name, const char* token) {
    return write_tokens(std::string(name) + ' ' + hash_of_token(token) + '\n');
  }

  static HttpRequest request(const std::string& authorization = "",
                             const std::string& address = "192.0.2.1") {
    HttpRequest request;
    request.method = "GET";
    request.path = "/api/v1/search";
    request.request_id = "test";
    request.remote_address = address;
    request.received = std::chrono::steady_clock::time_point(std::chrono::hours(1));
    if (!authorization.empty()) {
      request.headers.emplace_back("authorization", authorization);
    }
    return request;
  }
  static std::string header(const HttpResponse& response, std::string_view name) {
    for (const auto& [field, value] : response.headers) {
      if (field == name) {
        return value;
      }
    }
    return "";
  }

  TemporaryDirectory directory_;
};

TEST_F(DoorkeeperTest, ReadsTheHeaderAsInTheTable) {
  const auto doorkeeper = Doorkeeper::open({file_of("portal", kToken), {}});
  ASSERT_TRUE(doorkeeper) << doorkeeper.error().message;
  for (const TableRow& row : read_table("authorizations.tsv")) {
    const auto refusal = (*doorkeeper)->refuse(request(std::string(row[0])));
    EXPECT_EQ(refusal ? refusal->status : 200, std::stoi(std::string(row[1]))) << row;
    if (refusal) {
      EXPECT_EQ(header(*refusal, "WWW-Authenticate"), row[2]) << row;
    }
  }
}

TEST_F(DoorkeeperTest, SaysInTheReadersLanguageWhatIsMissing) {
  const auto doorkeeper = Doorkeeper::open({file_of("portal", kToken), {}});
  HttpRequest asked = request();
  const auto vietnamese = (*doorkeeper)->refuse(asked);
  ASSERT_TRUE(vietnamese);
  const Json problem = Json::parse(vietnamese->body);
  EXPECT_EQ(problem["code"], "unauthorized");
  EXPECT_EQ(problem["detail"], "Cần mã truy cập: gửi 'Authorization: Bearer MÃ'.");
  EXPECT_EQ(problem["request_id"], "test");
  EXPECT_EQ(vietnamese->content_type, "application/problem+json; charset=utf-8");
  EXPECT_EQ(header(*vietnamese, "Cache-Control"), "no-store");
  EXPECT_EQ(vietnamese->note.problem, "unauthorized");
  asked.parameters = {{"lang", "en"}};
  EXPECT_EQ(Json::parse((*doorkeeper)->refuse(asked)->body)["detail"],
            "A token is needed: send 'Authorization: Bearer TOKEN'.");
}

TEST_F(DoorkeeperTest, TakesNoHeaderThatStandsTwice) {
  const auto doorkeeper = Doorkeeper::open({file_of("portal", kToken), {}});
  HttpRequest asked = request(std::string("Bearer ") + kToken);
  EXPECT_FALSE((*doorkeeper)->refuse(asked));
  asked.headers.push_back(asked.headers.front());
  EXPECT_TRUE((*doorkeeper)->refuse(asked));
}

TEST_F(DoorkeeperTest, LeavesOnlyTheCheckOfTheProcessOpen) {
  const auto doorkeeper = Doorkeeper::open({file_of("portal", kToken), RateLimit{1, 1}});
  for (int i = 0; i < 5; ++i) {
    HttpRequest asked = request();
    asked.path = "/healthz";
    EXPECT_FALSE((*doorkeeper)->refuse(asked));
  }
  for (const char* path : {"/", "/readyz", "/metrics", "/page/dom.js", "/openapi.json", "/healthz/",
                           "/problems", "/none"}) {
    HttpRequest asked = request("", path);
    asked.path = path;
    const auto refusal = (*doorkeeper)->refuse(asked);
    ASSERT_TRUE(refusal) << path;
    EXPECT_EQ(refusal->status, 401) << path;
  }
}

TEST_F(DoorkeeperTest, AReloadRevokesAndAdmits) {
  const auto doorkeeper = Doorkeeper::open({file_of("portal", kToken), {}});
  const HttpRequest old = request(std::string("Bearer ") + kToken);
  const HttpRequest fresh = request(std::string("Bearer ") + kOther);
  EXPECT_FALSE((*doorkeeper)->refuse(old));
  EXPECT_TRUE((*doorkeeper)->refuse(fresh));
  file_of("portal", kOther);
  EXPECT_TRUE((*doorkeeper)->refuse(fresh)) << "not read before it is told to";
  EXPECT_TRUE(*(*doorkeeper)->reload());
  EXPECT_TRUE((*doorkeeper)->refuse(old));
  EXPECT_FALSE((*doorkeeper)->refuse(fresh));
}

TEST_F(DoorkeeperTest, KeepsItsTokensWhenTheFileIsSpoilt) {
  const auto doorkeeper = Doorkeeper::open({file_of("portal", kToken), {}});
  write_tokens("portal " + std::string(kOther));
  const auto read = (*doorkeeper)->reload();
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message.find(kOther), std::string::npos);
  EXPECT_FALSE((*doorkeeper)->refuse(request(std::string("Bearer ") + kToken)));
}

TEST_F(DoorkeeperTest, DoesNotOpenWithASpoiltFile) {
  EXPECT_FALSE(Doorkeeper::open({write_tokens(""), {}}));
  EXPECT_FALSE(Doorkeeper::open({directory_.path() / "none", {}}));
}

TEST_F(DoorkeeperTest, SaysWhenToComeAgain) {
  const auto doorkeeper = Doorkeeper::open({{}, RateLimit{1, 2}});
  EXPECT_FALSE((*doorkeeper)->refuse(request()));
  EXPECT_FALSE((*doorkeeper)->refuse(request()));
  const auto refusal = (*doorkeeper)->refuse(request());
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->status, 429);
  EXPECT_EQ(header(*refusal, "Retry-After"), "1");
  EXPECT_EQ(Json::parse(refusal->body)["code"], "rate_limited");
  EXPECT_FALSE((*doorkeeper)->refuse(request("", "192.0.2.2"))) << "another address";
}

TEST_F(DoorkeeperTest, CountsAHouseholdOfAddressesAsOne) {
  const auto doorkeeper = Doorkeeper::open({{}, RateLimit{1, 2}});
  EXPECT_FALSE((*doorkeeper)->refuse(request("", "2001:db8::1")));
  EXPECT_FALSE((*doorkeeper)->refuse(request("", "2001:db8::2")));
  EXPECT_TRUE((*doorkeeper)->refuse(request("", "2001:db8::3")));
  EXPECT_FALSE((*doorkeeper)->refuse(request("", "2001:db8:0:1::1")));
}

TEST_F(DoorkeeperTest, CountsByTokenWhereverItsOwnerSits) {
  const auto file = write_tokens("a " + hash_of_token(kToken) + "\nb " + hash_of_token(kOther));
  const auto doorkeeper = Doorkeeper::open({file, RateLimit{1, 1}});
  const std::string a = std::string("Bearer ") + kToken;
  EXPECT_FALSE((*doorkeeper)->refuse(request(a, "192.0.2.1")));
  EXPECT_EQ((*doorkeeper)->refuse(request(a, "192.0.2.2"))->status, 429);
  EXPECT_FALSE((*doorkeeper)->refuse(request(std::string("Bearer ") + kOther, "192.0.2.1")));
}

TEST_F(DoorkeeperTest, SlowsDownWhoeverGuesses) {
  const auto doorkeeper = Doorkeeper::open({file_of("portal", kToken), RateLimit{1, 3}});
  for (int i = 0; i < 3; ++i) {
    const auto refusal =
        (*doorkeeper)->refuse(request("Bearer 000000000000000" + std::to_string(i)));
    EXPECT_EQ(refusal->status, 401);
  }
  EXPECT_EQ((*doorkeeper)->refuse(request("Bearer 0000000000000009"))->status, 429);
  EXPECT_FALSE((*doorkeeper)->refuse(request(std::string("Bearer ") + kToken)))
      << "who knows a token is not made to wait for the others behind the same address";
}

}  // namespace
}  // namespace tracuu
