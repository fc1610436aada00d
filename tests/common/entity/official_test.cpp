#include "common/entity/official.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string print(const Post& post) {
  return post.organisation.empty() ? post.position : post.position + " @ " + post.organisation;
}

std::string print(const std::vector<OfficialMention>& mentions) {
  std::string out;
  for (const auto& mention : mentions) {
    out += (out.empty() ? "" : " ; ") + mention.name + " = ";
    std::string posts;
    for (const auto& post : mention.posts) {
      posts += (posts.empty() ? "" : " | ") + print(post);
    }
    out += posts.empty() ? "-" : posts;
  }
  return out;
}

std::string officials_of(std::string_view display) {
  const std::string text = normalized(display);
  const ExactText exact(text);
  return print(find_officials(tokenized(exact)));
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += piece;
  }
  return text;
}

TEST(Official, FindsPersonsWithTheirPosts) {
  for (const auto& row : read_table("officials.tsv")) {
    EXPECT_EQ(officials_of(row[0]), row[1]) << row;
  }
}

TEST(Official, SpansCoverTheNameAndThePost) {
  const std::string text = normalized("Dự có ông Lê Tám, nguyên Giám đốc Sở Nội vụ tỉnh Hà Nam.");
  const auto mentions = find_officials(tokenized(text));
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(slice(text, mentions[0].span), "Lê Tám");
  ASSERT_EQ(mentions[0].posts.size(), 1U);
  EXPECT_EQ(slice(text, mentions[0].posts[0].span), "nguyên Giám đốc Sở Nội vụ tỉnh Hà Nam");
}

TEST(Official, MentionsComeInOrderWithoutOverlaps) {
  const std::string text = normalized(
      "Phó Chủ tịch UBND tỉnh Lê Tám và bà Trần Thị Chín, Giám đốc Sở Y tế. Ông Tám, bà Chín, "
      "đồng chí Lê Tám.");
  const auto mentions = find_officials(tokenized(text));
  ASSERT_EQ(mentions.size(), 5U);
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    EXPECT_LE(mentions[i - 1].span.end, mentions[i].span.begin);
  }
}

TEST(Official, PrefersTheNameThatIsNotShouted) {
  EXPECT_EQ(officials_of("GIÁM ĐỐC SỞ NỘI VỤ LÊ VĂN TÁM\nÔng Lê Văn Tám nói"),
            "Lê Văn Tám = GIÁM ĐỐC @ SỞ NỘI VỤ ; Lê Văn Tám = -");
}

TEST(Official, KeyIsTheSameHoweverTheNameIsSpelled) {
  EXPECT_EQ(official_key(normalized("Lê Khắc Hòa")), official_key(normalized("LÊ  KHẮC HOÀ")));
  EXPECT_EQ(official_key(normalized("Vũ Thị Lý")), official_key(normalized("Vũ thị Lí")));
  EXPECT_NE(official_key(normalized("Lê Hải")), official_key(normalized("Lê Hai")));
  EXPECT_EQ(official_key(""), "");
}

TEST(Official, FindsNobodyInTextsWithoutWords) {
  EXPECT_EQ(officials_of(""), "");
  EXPECT_EQ(officials_of("... 12/3 \n\n -- :"), "");
  EXPECT_EQ(officials_of("ông"), "");
  EXPECT_EQ(officials_of("Phó Chủ tịch"), "");
}

// Each would run for minutes if any scan were not bounded.
TEST(Official, StaysLinearOnHostileText) {
  constexpr std::size_t kMegabyte = 1'000'000;
  EXPECT_EQ(officials_of(repeated("Nguyễn ", kMegabyte)), "");
  EXPECT_EQ(officials_of(repeated("ông ", kMegabyte)), "");
  EXPECT_EQ(officials_of(repeated("Phó Chủ tịch ", kMegabyte)), "");
  EXPECT_EQ(officials_of(repeated("các đồng chí ", kMegabyte)), "");
  EXPECT_EQ(officials_of(repeated("Giám đốc Sở Thông tin và ", kMegabyte)), "");
  EXPECT_EQ(officials_of(repeated("Chủ tịch UBND tỉnh, ", kMegabyte)), "");
}

TEST(Official, SharesAPostAmongAHandfulOfNamesOnly) {
  const std::string text =
      normalized("các đồng chí " + repeated("Lê Tám, ", 400'000) + "Phó Chủ tịch UBND tỉnh");
  std::size_t posts = 0;
  for (const auto& mention : find_officials(tokenized(text))) {
    posts += mention.posts.size();
  }
  EXPECT_GT(posts, 0U);
  EXPECT_LT(posts, 20U);
}

}  // namespace
}  // namespace tracuu
