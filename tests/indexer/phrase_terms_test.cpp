#include "indexer/phrase_terms.h"

#include <gtest/gtest.h>

#include <map>

#include "common/index/frequent_terms.h"
#include "common/index/generation.h"
#include "common/index/schema.h"
#include "indexer/index_writer.h"
#include "tests/support/planned_articles.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

/// Symbols by letter: "abc.ab" is two sentences.
std::vector<PhraseTree::Symbol> symbols_of(std::string_view letters) {
  std::vector<PhraseTree::Symbol> symbols;
  for (const char letter : letters) {
    symbols.push_back(letter == '.' ? PhraseTree::kBreak
                                    : static_cast<PhraseTree::Symbol>(letter - 'a'));
  }
  return symbols;
}

std::string letters_of(const std::vector<PhraseTree::Symbol>& symbols) {
  std::string letters;
  for (const PhraseTree::Symbol symbol : symbols) {
    letters += static_cast<char>('a' + symbol);
  }
  return letters;
}

PhraseTree tree_of(const std::vector<std::string_view>& texts, std::size_t least) {
  std::vector<std::vector<PhraseTree::Symbol>> articles;
  for (const std::string_view text : texts) {
    articles.push_back(symbols_of(std::string(text) + '.'));
  }
  return PhraseTree(articles, 26, least);
}

struct TreeCase {
  std::vector<std::string_view> articles;
  std::string runs;  ///< of two symbols and more, in the order of their lengths
  const char* reason;
};

TEST(PhraseTree, HoldsTheRunsOfEnoughArticles) {
  const TreeCase cases[] = {
      {{"abc", "abd"}, "ab", "in both"},
      {{"ababab", "cd"}, "", "often in one article is not in many"},
      {{"xabc", "abcy"}, "ab bc abc", "wherever they stand"},
      {{"ab.c", "a.bc"}, "", "not over the end of a sentence"},
      {{"ab", "ba"}, "", "order counts"},
      {{"abcabc", "bcab"}, "ab bc ca bca cab bcab", "runs that overlap themselves"},
      {{"aaa", "aa"}, "aa", "a symbol behind itself"},
      {{"", "ab"}, "", "an article without words"},
      {{"abcdefghijk", "abcdefghijk"},
       "ab bc cd de ef fg gh hi ij jk abc bcd cde def efg fgh ghi hij ijk abcd bcde cdef defg efgh "
       "fghi ghij hijk abcde bcdef cdefg defgh efghi fghij ghijk abcdef bcdefg cdefgh defghi "
       "efghij "
       "fghijk abcdefg bcdefgh cdefghi defghij efghijk abcdefgh bcdefghi cdefghij defghijk",
       "none of over eight"},
  };
  for (const TreeCase& row : cases) {
    const PhraseTree tree = tree_of(row.articles, 2);
    std::string runs;
    for (PhraseTree::Node node = 0; node < tree.size(); ++node) {
      if (tree.length(node) > 1) {
        runs.append(runs.empty() ? "" : " ").append(letters_of(tree.symbols_of(node)));
      }
    }
    EXPECT_EQ(runs, row.runs) << row.reason;
  }
}

TEST(PhraseTree, FindsEveryPlaceOfItsRuns) {
  const PhraseTree tree = tree_of({"abc", "abc"}, 2);
  std::map<std::string, int> found;
  tree.for_each_in(symbols_of("abcab.abxbc"),
                   [&](PhraseTree::Node node) { ++found[letters_of(tree.symbols_of(node))]; });
  EXPECT_EQ(found, (std::map<std::string, int>{
                       {"a", 3}, {"b", 4}, {"c", 2}, {"ab", 3}, {"bc", 2}, {"abc", 1}}));
}

/// The phrases among the terms of an index of these bodies, with how many articles have each.
std::map<std::string, std::uint32_t> phrases_in(const std::vector<std::string>& bodies) {
  const TemporaryDirectory directory;
  DocidAllocator docids;
  std::vector<PlannedArticle> planned;
  for (const std::string& body : bodies) {
    const std::string id = "bai-" + std::to_string(planned.size());
    planned.push_back({*docids.next({}), [id, body] { return sample_article(id, "Tin", body); }});
  }
  write_planned(directory.path(), planned, {{kSchemaKey, std::to_string(kSchemaVersion)}}, 1);
  const auto terms = FrequentTerms::open(directory.path());
  std::map<std::string, std::uint32_t> phrases;
  for (std::size_t number = 0; number < terms->size(); ++number) {
    const std::string term(terms->term(number));
    if (term.starts_with(kPhrasePrefix)) {
      phrases[term] = terms->find(term)->size();
      EXPECT_EQ(terms->find(term)->most_times(), 0U) << term;
    }
  }
  return phrases;
}

TEST(PhraseTerms, AreOfTheWritingAndWithoutMarks) {
  std::vector<std::string> bodies(9, "Công nghệ số");
  bodies.insert(bodies.end(), 3, "cộng nghệ số");
  bodies.insert(bodies.end(), 3, "Công nghệ. Số");
  EXPECT_EQ(phrases_in(bodies), (std::map<std::string, std::uint32_t>{{"Pcông nghê5", 12},
                                                                      {"Pnghê5 sô1", 12},
                                                                      {"Pcông nghê5 sô1", 9},
                                                                      {"PFcong nghe so", 12}}));
}

TEST(PhraseTerms, AreNoneOfFewArticles) {
  EXPECT_TRUE(phrases_in(std::vector<std::string>(7, "Công nghệ số")).empty());
}

}  // namespace
}  // namespace tracuu
