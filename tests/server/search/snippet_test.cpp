#include "server/search/snippet.h"

#include <gtest/gtest.h>

#include "tests/server/search/sample_index.h"

namespace tracuu {
namespace {

std::string bracketed(const Snippet& snippet) {
  std::string out;
  std::uint32_t at = 0;
  for (const Span mark : snippet.marks) {
    out.append(slice(snippet.text, {at, mark.begin})).append("[");
    out.append(slice(snippet.text, mark)).append("]");
    at = mark.end;
  }
  return out + snippet.text.substr(at);
}

std::string snippet_of(std::string_view query, std::string_view body) {
  return bracketed(
      Highlighter(sample_query(query), {}).snippet(plain_article("a", "Tiêu đề", body)));
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

TEST(Snippet, ShowsAShortBodyWhole) {
  EXPECT_EQ(snippet_of("điện tử", "Chính quyền điện tử."), "Chính quyền [điện tử].");
}

TEST(Snippet, ShowsTheBeginningWhereNothingMatches) {
  const std::string shown = snippet_of("blockchain", repeated("Tỉnh có nhiều việc, ", 40));
  EXPECT_TRUE(shown.starts_with("Tỉnh có nhiều việc, Tỉnh")) << shown;
  EXPECT_TRUE(shown.ends_with("…")) << shown;
}

TEST(Snippet, StartsAtTheSentenceOfTheMatch) {
  const std::string body = repeated("Câu mở đầu nói về việc khác của tỉnh. ", 12) +
                           "“Xây dựng chính quyền điện tử” là chủ đề. " +
                           repeated("Câu kết nói về việc khác của huyện. ", 12);
  const std::string shown = snippet_of("chính quyền điện tử", body);
  EXPECT_TRUE(shown.starts_with("“Xây dựng [chính quyền điện tử]” là chủ đề. Câu kết")) << shown;
}

TEST(Snippet, CutsALongSentenceBeforeTheMatch) {
  const std::string shown =
      snippet_of("blockchain", repeated("tỉnh có nhiều việc ", 40) + "và blockchain nữa");
  EXPECT_TRUE(shown.starts_with("…")) << shown;
  EXPECT_TRUE(shown.ends_with("và [blockchain] nữa")) << shown;
}

TEST(Snippet, PrefersWhatHoldsMoreOfTheQuery) {
  const std::string body = "Chính sách mới. " + repeated("Tỉnh có nhiều việc cần làm. ", 20) +
                           "Nay có chính quyền điện tử. " +
                           repeated("Huyện có nhiều việc cần làm. ", 20) + "Quyền lợi điện tử.";
  EXPECT_NE(snippet_of("chính quyền điện tử", body).find("Nay có [chính quyền điện tử]."),
            std::string::npos);
}

TEST(Snippet, HasAboutItsLengthInCharacters) {
  const Article article = plain_article("a", "", repeated("đường sắt đô thị ", 500));
  const Snippet snippet = Highlighter(sample_query("sắt"), {}).snippet(article);
  const auto characters = std::count_if(snippet.text.begin(), snippet.text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  });
  EXPECT_GT(characters, 250);
  EXPECT_LT(characters, 300);
}

TEST(Snippet, MarksLieInOrderWithinTheText) {
  const Article article =
      plain_article("a", "", repeated("Đường sắt, ðường bộ; đươ\u0300ng\tthuỷ\n\n", 60));
  const Snippet snippet = Highlighter(sample_query("đường thủy"), {}).snippet(article);
  ASSERT_FALSE(snippet.marks.empty());
  std::uint32_t at = 0;
  for (const Span mark : snippet.marks) {
    EXPECT_LE(at, mark.begin);
    EXPECT_LT(mark.begin, mark.end);
    at = mark.end;
  }
  EXPECT_LE(at, snippet.text.size());
}

TEST(Snippet, MarksTheTitleOnItsOwnBytes) {
  const Article article = plain_article("a", "- \u00A0Chính  quyền điện tử.", "x");
  EXPECT_EQ(bracketed(Highlighter(sample_query("điện tử"), {}).title(article)),
            "- \u00A0Chính  quyền [điện tử].");
}

TEST(Snippet, MarksMentionsOfAnEntityInOtherWords) {
  Article article = plain_article("a", "T", "Theo Nghị quyết số 36 của Trung ương.");
  const auto begin = static_cast<std::uint32_t>(article.text.find("Nghị"));
  const auto end = static_cast<std::uint32_t>(article.text.find(" của"));
  cite(article, "36-NQ/TW", {begin, end});
  EXPECT_EQ(bracketed(Highlighter(sample_query("@XD:36-NQ/TW"), {}).snippet(article)),
            "Theo [Nghị quyết số 36] của Trung ương.");
  EXPECT_EQ(bracketed(Highlighter(sample_query("@XC:NQ-36"), {}).snippet(article)),
            "Theo Nghị quyết số 36 của Trung ương.");
}

TEST(Snippet, MarksMentionsThatAFilterNames) {
  Article article = plain_article("a", "T", "Ông Lê Nam đến dự.");
  const auto begin = static_cast<std::uint32_t>(article.text.find("Lê"));
  const auto end = static_cast<std::uint32_t>(article.text.find(" đến"));
  name_official(article, "Lê Nam", {begin, end});
  EXPECT_EQ(bracketed(Highlighter(Query(), {{FieldId::kOfficial, {"LÊ NAM"}}}).snippet(article)),
            "Ông [Lê Nam] đến dự.");
}

TEST(Snippet, IsEmptyWithoutABody) {
  EXPECT_EQ(snippet_of("điện", ""), "");
  EXPECT_EQ(snippet_of("điện", "  … \n"), "");
}

TEST(Snippet, TakesLinearTimeOnOneRepeatedWord) {
  const Article article = plain_article("a", "", repeated("tin ", 200'000));
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(Highlighter(sample_query("tin tin"), {}).snippet(article).marks.empty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace tracuu
