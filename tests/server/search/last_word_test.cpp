#include "server/search/last_word.h"

#include <gtest/gtest.h>

#include "server/query/unfinished_word.h"
#include "server/search/searcher.h"
#include "tests/server/search/typed_search.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string first_of(const std::vector<Article>& articles, std::string_view q) {
  const SampleIndex index(articles);
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  return searcher.search(typing(q), soon())->hits.at(0).article.id;
}

TEST(LastWord, IsRankedByOnlyWhereItIsLikelyAWord) {
  std::vector<Article> articles = copies(40, "Chính phủ bàn việc", "2020-01-02");
  articles.push_back(plain_article("letter", "", "điểm c", "2010-01-02"));
  articles.push_back(plain_article("word", "", "tổ chức phụ nữ", "2010-01-02"));
  EXPECT_NE(first_of(articles, "c"), "letter");
  EXPECT_EQ(first_of(articles, "c "), "letter");
  EXPECT_EQ(first_of(articles, "ph"), first_of(articles, "p"));
  EXPECT_EQ(first_of(articles, "tổ chức"), "word");
}

TEST(LastWord, PutsWhatHasALikelyPairFirst) {
  std::vector<Article> articles = copies(20, "công an, công ty; nghề, công");
  articles.push_back(plain_article("x", "", "ở xã này công nghệ đã về", "2001-01-02"));
  EXPECT_NE(first_of(articles, "công ngh"), "x") << "one article is no frequent pair";
  articles.push_back(plain_article("y", "", "ở xã này công nghệ đã về", "2001-01-01"));
  EXPECT_EQ(first_of(articles, "công ngh"), "x");
}

std::string told(const LastWord& last) {
  std::string out = last.counts ? "yes" : "";
  for (const LastWord::Pair& pair : last.pairs) {
    out.append("; ").append(pair.words);
  }
  return out;
}

std::vector<Article> articles_of_words() {
  std::vector<Article> articles;
  for (const auto& [text, times] :
       std::vector<std::pair<const char*, int>>{{"công nghệ. internet", 6},
                                                {"công nghiệp. chuy", 3},
                                                {"nghị quyết số 36", 5},
                                                {"nghị quy", 2},
                                                {"interne chuyển", 1},
                                                {"chuyển, chuyến", 4}}) {
    for (Article article : copies(times, text)) {
      article.id = std::to_string(articles.size());
      articles.push_back(std::move(article));
    }
  }
  return articles;
}

TEST(LastWord, LikelyBecomesWhatEachRowSays) {
  const SampleIndex index(articles_of_words());
  const OpenIndex open(index);
  for (const TableRow& row : read_table("search_last_words.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    EXPECT_EQ(told(last_word(open.reader, *understand_request(typing(row[0]), nullptr))), row[1])
        << row;
  }
}

TEST(LastWord, SharesOfItsPairsAreOneInAll) {
  const SampleIndex index(articles_of_words());
  const OpenIndex open(index);
  const LastWord last = last_word(open.reader, *understand_request(typing("công ngh"), nullptr));
  ASSERT_EQ(last.pairs.size(), 2U);
  EXPECT_DOUBLE_EQ(last.pairs[0].share, 6.0 / 9);
  EXPECT_DOUBLE_EQ(last.pairs[1].share, 3.0 / 9);
}

}  // namespace
}  // namespace tracuu
