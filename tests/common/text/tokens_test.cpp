#include "common/text/tokens.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string print(const TokenizedText& text) {
  std::string out;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    const Token& token = text.tokens[i];
    std::string flags;
    flags += token.kind == Token::Kind::kNumber  ? "n"
             : token.kind == Token::Kind::kMixed ? "m"
                                                 : "";
    flags += token.capitalized ? "c" : "";
    flags += token.all_caps ? "a" : "";
    out += i == 0 ? "" : " ";
    out += text.text_of(i);
    out += flags.empty() ? "" : "+" + flags;
  }
  return out;
}

TEST(Tokens, PartAsTheirRowSays) {
  for (const TableRow& row : read_table("text_tokens.tsv")) {
    const ExactText text(row[0]);
    EXPECT_EQ(print(tokenized(text)), row[1]) << row;
  }
}

TEST(Tokens, KnowWhichOfThemStartASentence) {
  for (const TableRow& row : read_table("text_sentences.tsv")) {
    const std::string normal = normalized(row[0]);
    const TokenizedText text = tokenized(normal);
    std::string starts;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (text.tokens[i].starts_sentence) {
        starts += starts.empty() ? "" : " ";
        starts += text.text_of(i);
      }
    }
    EXPECT_EQ(starts, row[1]) << row;
  }
}

TEST(Tokens, CarryTheFormsOfTheirSyllable) {
  const TokenizedText text = tokenized("Đường 36a");
  ASSERT_EQ(text.tokens.size(), 2U);
  EXPECT_EQ(text.tokens[0].folded, "duong");
  EXPECT_EQ(text.tokens[0].key, "đương2");
  EXPECT_TRUE(text.tokens[0].marked);
  EXPECT_EQ(text.tokens[1].key, "36a");
  EXPECT_FALSE(text.tokens[1].marked);
}

TEST(Tokens, TellWhatStandsBetweenThem) {
  const TokenizedText text = tokenized("(Hà Nội), 5/9.");
  ASSERT_EQ(text.tokens.size(), 4U);
  EXPECT_EQ(text.gap_after(0), " ");
  EXPECT_EQ(text.gap_after(1), "), ");
  EXPECT_EQ(text.gap_after(2), "/");
  EXPECT_EQ(text.gap_after(3), ".");
}

// Any mixture must give tokens in order, apart, not empty, with the forms of their own text.
TEST(Tokens, StayInOrderOnAnyMixture) {
  const std::string_view pieces[] = {"ứ", "N",  "36",     "a", " ", "\n", ".",
                                     "…", "日", "\u0301", "-", "ж", "\""};
  unsigned state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string mixture;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525U + 1013904223U;
      mixture += pieces[(state >> 16) % std::size(pieces)];
    }
    const std::string normal = normalized(mixture);
    const TokenizedText text = tokenized(normal);
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      const Token& token = text.tokens[i];
      ASSERT_LE(end, token.span.begin) << normal;
      ASSERT_FALSE(token.span.empty()) << normal;
      ASSERT_EQ(token.key, syllable_forms(text.text_of(i)).key) << normal;
      end = token.span.end;
    }
    ASSERT_LE(end, normal.size());
  }
}

}  // namespace
}  // namespace tracuu
