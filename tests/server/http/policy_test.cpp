#include "server/http/policy.h"

#include <gtest/gtest.h>

namespace tracuu {
namespace {

RequestHead sound_head() {
  RequestHead head;
  head.fields = {{"host", "localhost"}};
  return head;
}

int status_of(const RequestHead& head) {
  const auto refusal = check_head(head);
  return refusal ? refusal->status : 200;
}

TEST(Policy, PassesASoundHead) {
  EXPECT_EQ(status_of(sound_head()), 200);
}

TEST(Policy, AllowsAHundredFieldsAndNotOneMore) {
  RequestHead head = sound_head();
  while (head.fields.size() < kMaxHeaderFields) {
    head.fields.emplace_back("x-filler", "1");
  }
  EXPECT_EQ(status_of(head), 200);
  head.fields.emplace_back("x-filler", "1");
  EXPECT_EQ(status_of(head), 431);
}

TEST(Policy, AllowsALongTargetAndNotOneByteMore) {
  RequestHead head = sound_head();
  head.target = "/" + std::string(kMaxTargetBytes - 1, 'a');
  EXPECT_EQ(status_of(head), 200);
  head.target += 'a';
  EXPECT_EQ(status_of(head), 414);
}

TEST(Policy, RefusesVersionsAndNamesThatNoParserShouldHavePassed) {
  RequestHead head = sound_head();
  head.version = 20;
  EXPECT_EQ(status_of(head), 505);
  head = sound_head();
  head.fields.emplace_back("bad name", "1");
  EXPECT_EQ(status_of(head), 400);
  head.fields.back().first = "";
  EXPECT_EQ(status_of(head), 400);
}

TEST(Policy, ClosesAfterAMethodItLacksOnlyWhenABodyFollows) {
  RequestHead head = sound_head();
  head.method = "POST";
  EXPECT_FALSE(check_head(head)->close);
  head.fields.emplace_back("content-length", "5");
  EXPECT_TRUE(check_head(head)->close);
}

TEST(Policy, JoinsRepeatedFields) {
  RequestHead head;
  head.fields = {{"accept", "a"}, {"host", "x"}, {"accept", "b, c"}};
  EXPECT_EQ(joined_field(head, "accept"), "a, b, c");
  EXPECT_EQ(joined_field(head, "cookie"), "");
}

TEST(Policy, AcceptsRequestIdsThatCannotForgeALogLine) {
  EXPECT_TRUE(is_request_id("a"));
  EXPECT_TRUE(is_request_id("AZaz09_-"));
  EXPECT_TRUE(is_request_id(std::string(64, 'a')));
  EXPECT_FALSE(is_request_id(""));
  EXPECT_FALSE(is_request_id(std::string(65, 'a')));
  EXPECT_FALSE(is_request_id("a b"));
  EXPECT_FALSE(is_request_id("a\n"));
  EXPECT_FALSE(is_request_id("\"}"));
  EXPECT_FALSE(is_request_id("số"));
}

TEST(Policy, MintsIdsThatItWouldAccept) {
  EXPECT_EQ(mint_request_id(0x5F3C9A1E, 42), "5f3c9a1e-0000002a");
  EXPECT_EQ(mint_request_id(0, 0xFFFFFFFF), "00000000-ffffffff");
  EXPECT_TRUE(is_request_id(mint_request_id(1, 2)));
}

}  // namespace
}  // namespace tracuu
