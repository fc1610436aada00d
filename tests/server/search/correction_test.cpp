#include "server/search/correction.h"

#include <gtest/gtest.h>

#include <random>

#include "server/query/understanding.h"
#include "server/search/misspelling.h"
#include "server/search/searcher.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Deadline soon() {
  return Deadline::in(std::chrono::minutes(1));
}

std::vector<Article> misprints() {
  std::vector<Article> articles;
  for (const TableRow& row : read_table("search_misprints.tsv")) {
    for (int i = std::stoi(std::string(row[0])); i > 0; --i) {
      articles.push_back(
          plain_article("a" + std::to_string(articles.size()), "Tin", row[1], "2018-05-15"));
    }
  }
  return articles;
}

class CorrectionOfMisprints : public testing::Test {
 protected:
  CorrectionOfMisprints()
      : index_(misprints()), searcher_(std::move(*Searcher::open(index_.path()))) {}

  SearchResult search(std::string_view q, Match match = Match::kAuto) const {
    SearchRequest request;
    request.q = q;
    request.match = match;
    return *searcher_.search(request, soon());
  }

  static std::string told(const SearchResult& result) {
    return result.correction
               ? (result.correction->applied ? "applied: " : "offered: ") + result.correction->text
               : "";
  }

  SampleIndex index_;
  Searcher searcher_;
};

TEST_F(CorrectionOfMisprints, IsWhatEachRowSays) {
  for (const TableRow& row : read_table("search_corrections.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    EXPECT_EQ(told(search(row[0])), row[1]) << row;
  }
}

TEST_F(CorrectionOfMisprints, SaysWhatWasSearchedInstead) {
  const SearchResult result = search("chuyển đpổi số");
  EXPECT_EQ(result.total, 130U);
  EXPECT_EQ(result.query.text, "chuyển đổi số");
  EXPECT_EQ(result.relaxed,
            "Không có bài nào chứa “chuyển đpổi số”; dưới đây là những bài chứa “chuyển đổi số”.");
  EXPECT_EQ(result.correction->label, result.relaxed);
}

TEST_F(CorrectionOfMisprints, AsksWhereSomethingWasFound) {
  const SearchResult result = search("chuyển đổii số");
  EXPECT_EQ(result.total, 1U);
  EXPECT_EQ(result.relaxed, "");
  EXPECT_EQ(result.correction->label, "Có phải bạn tìm “chuyển đổi số”?");
}

TEST_F(CorrectionOfMisprints, OnlyAsksWhereTheReaderSaysHowToMatch) {
  for (const Match match : {Match::kAll, Match::kAny}) {
    EXPECT_EQ(told(search("chuyển đpổi số", match)), "offered: chuyển đổi số");
  }
  EXPECT_EQ(search("chuyển đpổi số", Match::kAll).total, 0U);
}

TEST_F(CorrectionOfMisprints, IsNotAppliedForTheSakeOfAFilter) {
  SearchRequest request;
  request.q = "chuyển đổii số";
  request.filters = {{FieldId::kYear, {"1999"}}};
  const SearchResult result = *searcher_.search(request, soon());
  EXPECT_EQ(result.total, 0U);
  EXPECT_FALSE(result.correction->applied);
}

TEST_F(CorrectionOfMisprints, ReadsKeysOnlyWhereTheyFindNothing) {
  EXPECT_EQ(told(search("nghij quyeets")), "applied: nghị quyết");
  EXPECT_EQ(told(search("d9ie65n tu73")), "applied: điện tử");
  EXPECT_EQ(search("d9ie65n tu73").total, 40U);
  EXPECT_EQ(told(search("nghị quyeets")), "applied: nghị quyết");
  EXPECT_EQ(told(search("zoonj xoonj")), "");
  EXPECT_EQ(told(search("chur tichj", Match::kAll)), "");
}

TEST_F(CorrectionOfMisprints, SpeaksEnglishOnDemand) {
  SearchRequest request;
  request.language = Language::kEnglish;
  request.q = "chuyển đổii số";
  EXPECT_EQ(searcher_.search(request, soon())->correction->label, "Did you mean “chuyển đổi số”?");
  request.q = "chuyển đpổi số";
  EXPECT_EQ(searcher_.search(request, soon())->relaxed,
            "No article has “chuyển đpổi số”; shown are articles with “chuyển đổi số”.");
}

TEST_F(CorrectionOfMisprints, SurvivesAnyWords) {
  std::mt19937 random(7);
  constexpr std::string_view kPieces[] = {"chuyển", "đổii", "số",    "ngh", "ị", "\"", "-",
                                          " OR ",   "36",   "quyee", " ",   "a", "xx", "Kane"};
  std::uniform_int_distribution<std::size_t> piece(0, std::size(kPieces) - 1);
  for (int round = 0; round < 300; ++round) {
    std::string q;
    for (int i = 0; i < 8; ++i) {
      q.append(kPieces[piece(random)]).append(piece(random) % 2 == 0 ? " " : "");
    }
    const SearchResult result = search(q);
    if (result.correction) {
      EXPECT_TRUE(understand(result.correction->text)) << q;
      EXPECT_NE(result.correction->text, q);
    }
  }
}

TEST(SecondReading, KnowsTheOfficialsOfTheIndex) {
  Article article = plain_article("a", "Tin", "Ông Lê Khắc Nam phát biểu.", "2018-05-15");
  name_official(article, "Lê Khắc Nam");
  const SampleIndex index({article});
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  SearchRequest request;
  request.q = "Lee Khawcs Nam";
  const SearchResult result = *searcher.search(request, soon());
  ASSERT_TRUE(result.correction);
  EXPECT_EQ(result.correction->text, "Lê Khắc Nam");
  ASSERT_EQ(result.query.chips.size(), 1U);
  EXPECT_EQ(result.query.chips[0].kind, "official");
}

TEST(Corrector, StopsAtTheDeadline) {
  const SampleIndex index(misprints());
  const OpenIndex open(index);
  const Deadline over(std::chrono::steady_clock::now() - std::chrono::seconds(1));
  EXPECT_THROW(Corrector(open.reader, over).proposals(*understand("nghị quuyết")),
               DeadlineExceeded);
}

TEST(Misspelling, GuessesAllWordsOneSlipAway) {
  std::map<std::string, double> likelihoods;
  for (const SpellingGuess& guess : guesses_of("soo")) {
    EXPECT_TRUE(likelihoods.emplace(guess.word, guess.likelihood).second) << guess.word;
  }
  EXPECT_EQ(likelihoods.count("soo"), 0U);
  EXPECT_EQ(likelihoods.at("oso"), 1.0) << "two letters swapped";
  EXPECT_EQ(likelihoods.at("so"), 1.0) << "a letter doubled";
  EXPECT_EQ(likelihoods.at("oo"), 0.5) << "a letter too many";
  EXPECT_EQ(likelihoods.at("soon"), 0.5) << "a letter missing";
  EXPECT_EQ(likelihoods.at("soi"), 0.5) << "a key beside the right one";
  EXPECT_EQ(likelihoods.at("sob"), 0.1) << "any other key";
  EXPECT_EQ(likelihoods.count("sin"), 0U) << "two slips";
}

TEST(Misspelling, KnowsWhichKeysTouch) {
  const auto likelihood = [](std::string_view typed, std::string_view meant) {
    for (const SpellingGuess& guess : guesses_of(typed)) {
      if (guess.word == meant) {
        return guess.likelihood;
      }
    }
    return 0.0;
  };
  EXPECT_EQ(likelihood("g", "t"), 0.5);
  EXPECT_EQ(likelihood("g", "y"), 0.5);
  EXPECT_EQ(likelihood("g", "v"), 0.5);
  EXPECT_EQ(likelihood("g", "b"), 0.5);
  EXPECT_EQ(likelihood("g", "n"), 0.1);
  EXPECT_EQ(likelihood("n", "g"), 0.1);
  EXPECT_EQ(likelihood("q", "p"), 0.1);
  EXPECT_EQ(likelihood("q", "z"), 0.1);
}

TEST(Misspelling, PartsLettersInTwo) {
  EXPECT_EQ(partings_of("abc"),
            (std::vector<std::pair<std::string, std::string>>{{"a", "bc"}, {"ab", "c"}}));
  EXPECT_TRUE(partings_of("a").empty());
  EXPECT_TRUE(partings_of("").empty());
}

}  // namespace
}  // namespace tracuu
