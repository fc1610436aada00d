#include "server/search/snippet.h"

#include <gtest/gtest.h>

#include "indexer/token_spool.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

/// Of articles that are in no index: all of their text is read.
const std::vector<const TokenStreams*> kNoStreams;

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
  return bracketed(Highlighter(sample_query(query), {}, kNoStreams)
                       .snippet(plain_article("a", "Tiêu đề", body), 1));
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

/// The streams of one article, as the indexer writes them.
struct IndexedArticle {
  explicit IndexedArticle(const Article& article) {
    TokenSpool spool(directory.path() / "spool");
    spool.add(kDocid, tokens_of(article));
    StreamDictionary dictionary;
    spool.close(dictionary);
    write_token_streams(directory.path(), dictionary, {&spool}, {kDocid});
    streams = std::move(*TokenStreams::open(directory.path()));
  }

  static constexpr std::uint32_t kDocid = 7;
  TemporaryDirectory directory;
  TokenStreams streams;
};

/// Bodies of some thousand bytes whose one place worth showing moves from the first to the last.
std::string body_with(std::string_view sentence, int place) {
  const std::string other = "Tỉnh A (số 1.734/UB) nói về “việc khác” của đươ\u0300ng thuỷ; 36 xã. ";
  return repeated(other, place) + std::string(sentence) + " " + repeated(other, 60 - place);
}

TEST(Snippet, OfAnIndexedArticleIsThatOfItsWholeText) {
  const std::string sentence = "Nay họp bàn về chính quyền điện tử của Hoà Bình.";
  for (const char* typed : {"chính quyền điện tử", "hoa binh", "quyền điện của", "họp"}) {
    for (int place = 0; place <= 60; place += 3) {
      const Article article = plain_article("a", "Tiêu đề", body_with(sentence, place));
      const IndexedArticle indexed(article);
      const Query query = sample_query(typed);
      EXPECT_EQ(
          bracketed(Highlighter(query, {}, {&indexed.streams}).snippet(article, indexed.kDocid)),
          bracketed(Highlighter(query, {}, kNoStreams).snippet(article, 1)))
          << typed << " in sentence " << place;
    }
  }
}

TEST(Snippet, OfAnIndexedArticleReadsOnlyAPieceOfIt) {
  const Article article = plain_article("a", "", body_with("Chính quyền điện tử.", 40));
  const IndexedArticle indexed(article);
  const TextMarks marks(sample_query("điện tử"));
  const Span part = SnippetPlaces(indexed.streams, marks)
                        .find(indexed.kDocid, static_cast<std::uint32_t>(article.text.size()), {})
                        ->part;
  EXPECT_LT(part.size(), article.text.size() / 4);
  EXPECT_NE(slice(article.text, part).find("điện tử"), std::string_view::npos);
}

TEST(Snippet, OfAnIndexedArticleMarksMentionsWhereverTheyStand) {
  Article article = plain_article("a", "", body_with("Theo Nghị quyết số 36 của Trung ương.", 33));
  const auto begin = static_cast<std::uint32_t>(article.text.find("Nghị"));
  cite(article, "36-NQ/TW", {begin, begin + 24});
  const IndexedArticle indexed(article);
  const Query query = sample_query("@XD:36-NQ/TW");
  EXPECT_NE(bracketed(Highlighter(query, {}, {&indexed.streams}).snippet(article, indexed.kDocid))
                .find("Theo [Nghị quyết số 36] của"),
            std::string::npos);
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
  const Snippet snippet = Highlighter(sample_query("sắt"), {}, kNoStreams).snippet(article, 1);
  const auto characters = std::count_if(snippet.text.begin(), snippet.text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  });
  EXPECT_GT(characters, 250);
  EXPECT_LT(characters, 300);
}

TEST(Snippet, MarksLieInOrderWithinTheText) {
  const Article article =
      plain_article("a", "", repeated("Đường sắt, ðường bộ; đươ\u0300ng\tthuỷ\n\n", 60));
  const Snippet snippet =
      Highlighter(sample_query("đường thủy"), {}, kNoStreams).snippet(article, 1);
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
  EXPECT_EQ(bracketed(Highlighter(sample_query("điện tử"), {}, kNoStreams).title(article)),
            "- \u00A0Chính  quyền [điện tử].");
}

TEST(Snippet, MarksMentionsOfAnEntityInOtherWords) {
  Article article = plain_article("a", "T", "Theo Nghị quyết số 36 của Trung ương.");
  const auto begin = static_cast<std::uint32_t>(article.text.find("Nghị"));
  const auto end = static_cast<std::uint32_t>(article.text.find(" của"));
  cite(article, "36-NQ/TW", {begin, end});
  EXPECT_EQ(
      bracketed(Highlighter(sample_query("@XD:36-NQ/TW"), {}, kNoStreams).snippet(article, 1)),
      "Theo [Nghị quyết số 36] của Trung ương.");
  EXPECT_EQ(bracketed(Highlighter(sample_query("@XC:NQ-36"), {}, kNoStreams).snippet(article, 1)),
            "Theo Nghị quyết số 36 của Trung ương.");
}

TEST(Snippet, MarksMentionsThatAFilterNames) {
  Article article = plain_article("a", "T", "Ông Lê Nam đến dự.");
  const auto begin = static_cast<std::uint32_t>(article.text.find("Lê"));
  const auto end = static_cast<std::uint32_t>(article.text.find(" đến"));
  name_official(article, "Lê Nam", {begin, end});
  EXPECT_EQ(
      bracketed(
          Highlighter(Query(), {{FieldId::kOfficial, {"LÊ NAM"}}}, kNoStreams).snippet(article, 1)),
      "Ông [Lê Nam] đến dự.");
}

TEST(Snippet, IsEmptyWithoutABody) {
  EXPECT_EQ(snippet_of("điện", ""), "");
  EXPECT_EQ(snippet_of("điện", "  … \n"), "");
}

TEST(Snippet, TakesLinearTimeOnOneRepeatedWord) {
  const Article article = plain_article("a", "", repeated("tin ", 200'000));
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(
      Highlighter(sample_query("tin tin"), {}, kNoStreams).snippet(article, 1).marks.empty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace tracuu
