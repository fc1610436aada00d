#include "indexer/token_spool.h"

#include <gtest/gtest.h>

#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

ArticleTokens tokens(std::string_view title, std::string_view body) {
  return tokens_of(sample_article("x", std::string(title), std::string(body)));
}

/// Spells a stream: keys, '|' for the end of the title, '.' for a sentence break.
std::string spelled(const TokenStreams& streams, std::uint32_t docid) {
  const std::vector<StreamWord> words = streams.words();
  std::string text;
  for (StreamReader reader(streams.of(docid)); !reader.at_end();) {
    const WordId word = reader.next();
    text += word == kTitleEnd ? "|" : word == kSentenceBreak ? "." : words.at(word).key;
    text += ' ';
  }
  return text;
}

TokenStreams opened(const fs::path& directory) {
  Result<TokenStreams> streams = TokenStreams::open(directory);
  return std::move(*streams);
}

void write(const fs::path& directory, const std::vector<std::uint32_t>& docids,
           const TokenStreams* before,
           const std::vector<std::pair<std::uint32_t, ArticleTokens>>& put) {
  StreamDictionary dictionary;
  std::vector<const StreamSource*> sources;
  std::unique_ptr<PublishedStreams> published;
  if (before != nullptr) {
    std::vector<std::uint32_t> kept = docids;
    for (const auto& [docid, article] : put) {
      std::erase(kept, docid);
    }
    published = std::make_unique<PublishedStreams>(*before, kept, dictionary);
    sources.push_back(published.get());
  }
  TokenSpool spool(directory / "spool");
  for (const auto& [docid, article] : put) {
    spool.add(docid, article);
  }
  spool.close(dictionary);
  sources.push_back(&spool);
  write_token_streams(directory, dictionary, sources, docids);
}

TEST(TokenSpool, WritesWordsSentencesAndTheEndOfTheTitle) {
  const TemporaryDirectory directory;
  write(directory.path(), {3}, nullptr, {{3, tokens("Hoà Bình", "Tỉnh Hòa Bình. Số 36.")}});
  EXPECT_EQ(spelled(opened(directory.path()), 3), "hoa2 binh2 | tinh3 hoa2 binh2 . sô1 36 ");
  EXPECT_FALSE(fs::exists(directory.path() / "spool")) << "the spool goes when it is merged";
}

/// The words of the body at which places point: every sixteenth, in the author's bytes.
std::vector<std::string> words_at_places(const TokenStreams& streams, std::uint32_t docid,
                                         std::string_view body) {
  std::vector<std::string> words;
  std::size_t at = 0;
  for (const StreamUnit gap : streams.places_at(*streams.ordinal_of(docid))) {
    at += gap;
    words.emplace_back(body.substr(at, body.find(' ', at) - at));
  }
  return words;
}

TEST(TokenSpool, TellsWhereEverySixteenthWordOfABodyBegins) {
  // Decomposed letters, a dash that is no word and blanks that normalizing takes away.
  std::string body;
  for (int i = 0; i < 50; ++i) {
    body += "tu\u031B\u0300" + std::to_string(i) + "  – ";
  }
  const std::vector<std::string> expected{"tu\u031B\u03008",  "tu\u031B\u030016",
                                          "tu\u031B\u030024", "tu\u031B\u030032",
                                          "tu\u031B\u030040", "tu\u031B\u030048"};
  const TemporaryDirectory first;
  write(first.path(), {3, 5}, nullptr, {{3, tokens("T", body)}, {5, tokens("T", "ngắn")}});
  const TokenStreams streams = opened(first.path());
  EXPECT_EQ(words_at_places(streams, 3, body), expected) << "each is two words: letters, a number";
  EXPECT_TRUE(words_at_places(streams, 5, "ngắn").empty());
  const TemporaryDirectory second;
  write(second.path(), {2, 3}, &streams, {{2, tokens("T", "mới")}});
  EXPECT_EQ(words_at_places(opened(second.path()), 3, body), expected) << "kept by an update";
}

TEST(TokenSpool, AnUpdateKeepsChangesAndLeavesOut) {
  const TemporaryDirectory old_generation;
  write(old_generation.path(), {3, 5, 9}, nullptr,
        {{3, tokens("Một", "hai")}, {5, tokens("Ba", "bốn")}, {9, tokens("Năm", "sáu")}});
  const TokenStreams before = opened(old_generation.path());
  const TemporaryDirectory next;
  write(next.path(), {3, 5, 7}, &before, {{7, tokens("Mới", "hai")}, {5, tokens("Ba", "bảy")}});
  const TokenStreams after = opened(next.path());
  EXPECT_EQ(spelled(after, 3), spelled(before, 3)) << "kept";
  EXPECT_EQ(spelled(after, 5), "ba | bay3 ") << "changed";
  EXPECT_EQ(spelled(after, 7), "mơi1 | hai ") << "new, added out of order";
  EXPECT_TRUE(after.of(9).empty()) << "left out";
  EXPECT_FALSE(after.form_number("sau")) << "a word that nobody says any more";
}

TEST(TokenSpool, WhatIsNoWordPartsItsNeighbours) {
  const TemporaryDirectory directory;
  write(directory.path(), {3}, nullptr,
        {{3, tokens("Tin", "một " + std::string(100, 'x') + " hai")}});
  EXPECT_EQ(spelled(opened(directory.path()), 3), "tin | môt5 . hai ");
}

}  // namespace
}  // namespace tracuu
