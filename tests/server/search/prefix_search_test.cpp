#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "common/text/letters.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "common/text/utf8.h"
#include "server/query/unfinished_word.h"
#include "server/search/last_word.h"
#include "server/search/match_set.h"
#include "server/search/searcher.h"
#include "server/search/selection.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Deadline soon() {
  return Deadline::in(std::chrono::minutes(1));
}

SearchRequest typing(std::string_view q, Match match = Match::kPrefix) {
  SearchRequest request;
  request.q = q;
  request.match = match;
  request.limit = 100;
  return request;
}

std::string sorted_ids(const SearchResult& result) {
  std::set<std::string> ids;
  for (const Hit& hit : result.hits) {
    ids.insert(hit.article.id);
  }
  std::string all;
  for (const std::string& id : ids) {
    all.append(all.empty() ? "" : " ").append(id);
  }
  return all;
}

std::vector<Article> table_articles() {
  std::vector<Article> articles;
  for (const TableRow& row : read_table("search_prefix_articles.tsv")) {
    const std::string year = std::to_string(2010 + articles.size() % 4);
    articles.push_back(plain_article(row[0], "", row[1], year + "-01-02"));
  }
  return articles;
}

class PrefixSearch : public testing::Test {
 protected:
  PrefixSearch() : index_(table_articles()), searcher_(std::move(*Searcher::open(index_.path()))) {}

  SearchResult search(const SearchRequest& request) const {
    Result<SearchResult> result = searcher_.search(request, soon());
    EXPECT_TRUE(result) << result.error().message;
    return std::move(*result);
  }

  SampleIndex index_;
  Searcher searcher_;
};

TEST_F(PrefixSearch, FindsExactlyTheArticlesOfEachRow) {
  for (const TableRow& row : read_table("search_prefixes.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    const SearchResult result = search(typing(row[0]));
    EXPECT_EQ(sorted_ids(result), row[1]) << row;
    EXPECT_EQ(result.total, result.hits.size()) << row;
  }
}

TEST_F(PrefixSearch, CountsFacetsOfWhatItFinds) {
  for (const TableRow& row : read_table("search_prefixes.tsv")) {
    SearchRequest request = typing(row[0]);
    request.facets = {FieldId::kYear};
    const SearchResult result = search(request);
    std::map<std::string, std::uint64_t> expected;
    for (const Hit& hit : result.hits) {
      ++expected[std::to_string(static_cast<int>(hit.article.published->year()))];
    }
    std::map<std::string, std::uint64_t> counted;
    for (const FacetValue& value : result.facets.at(0).values) {
      counted[value.value] = value.count;
    }
    EXPECT_EQ(counted, expected) << row;
    FacetRequest of_years;
    of_years.field = FieldId::kYear;
    of_years.search = request;
    const Result<FacetMatches> values = searcher_.facet(of_years, soon());
    EXPECT_EQ(values->matching, expected.size()) << row;
    EXPECT_EQ(values->total, result.total) << row;
  }
}

TEST_F(PrefixSearch, WithABlankBehindFindsWhatAllWordsFind) {
  for (const TableRow& row : read_table("search_prefixes.tsv")) {
    const std::string finished = std::string(row[0]) + ' ';
    EXPECT_EQ(sorted_ids(search(typing(finished))),
              sorted_ids(search(typing(finished, Match::kAll))))
        << row;
  }
}

TEST_F(PrefixSearch, SaysThatTheLastWordIsAStart) {
  SearchRequest request = typing("công ngh");
  request.explain = true;
  const SearchResult result = search(request);
  ASSERT_EQ(result.query.chips.size(), 1U);
  EXPECT_EQ(result.query.chips[0].label, "ngh…");
  EXPECT_NE(result.explanation.find("match: all words, the last as a start"), std::string::npos);
  request.q = "công nghệ ";
  EXPECT_EQ(search(request).explanation.find("as a start"), std::string::npos);
}

TEST_F(PrefixSearch, OffersNoOtherEndOfWhatIsFound) {
  EXPECT_FALSE(search(typing("công nghê")).correction);
  EXPECT_FALSE(search(typing("chuyển đ")).correction);
}

std::string marked(const Snippet& snippet) {
  std::string out;
  for (const Span mark : snippet.marks) {
    out.append("[").append(slice(snippet.text, mark)).append("]");
  }
  return out;
}

TEST_F(PrefixSearch, MarksTheWordsThatBeginSo) {
  EXPECT_EQ(marked(search(typing("công ngh")).hits.at(0).snippet), "[Công nghệ]");
  EXPECT_EQ(marked(search(typing("dư")).hits.at(0).snippet), "[dương][dừa]");
  EXPECT_EQ(marked(search(typing("sá du")).hits.at(0).snippet), "[Đường][sá, dương][dừa]");
}

TEST(PrefixSnippet, StandsWhereTheWordIs) {
  std::string other;
  for (int i = 0; i < 120; ++i) {
    other += "Các xã của tỉnh họp bàn về mùa vụ năm nay. ";
  }
  const SampleIndex index({plain_article("deep", "Họp", other + "Đường ướt. " + other),
                           plain_article("late", "Họp", other + other + "Dưỡng sinh.")});
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  for (const char* const typed : {"đươ", "dươn", "duon", "duo"}) {
    const Result<SearchResult> result = searcher.search(typing(typed), soon());
    ASSERT_GE(result->total, 1U) << typed;
    for (const Hit& hit : result->hits) {
      EXPECT_FALSE(hit.snippet.marks.empty()) << typed << ' ' << hit.article.id;
    }
  }
}

TEST(PrefixRanking, TakesTheLastWordForAWordOnlyWhereItMayBeOne) {
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i) {
    articles.push_back(plain_article(std::to_string(i), "", "Chính phủ bàn việc", "2020-01-02"));
  }
  articles.push_back(plain_article("letter", "", "điểm c", "2010-01-02"));
  articles.push_back(plain_article("word", "", "tổ chức phụ nữ", "2010-01-02"));
  const SampleIndex index(articles);
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  const auto first = [&](std::string_view q) {
    return searcher.search(typing(q), soon())->hits.at(0).article.id;
  };
  EXPECT_NE(first("c"), "letter");
  EXPECT_EQ(first("c "), "letter");
  EXPECT_EQ(first("ph"), first("p"));
  EXPECT_EQ(first("tổ chức"), "word");
}

TEST(PrefixRanking, KnowsWhatTheLastWordLikelyBecomes) {
  const std::vector<std::pair<const char*, int>> texts{
      {"công nghệ. internet", 6}, {"công nghiệp. chuy", 3},
      {"nghị quyết số 36", 5},    {"nghị quy", 2},
      {"interne chuyển", 1},      {"chuyển, chuyến", 4}};
  std::vector<Article> articles;
  for (const auto& [text, times] : texts) {
    for (int i = 0; i < times; ++i) {
      articles.push_back(plain_article(std::to_string(articles.size()), "", text));
    }
  }
  const SampleIndex index(articles);
  const OpenIndex open(index);
  for (const TableRow& row : read_table("search_last_words.tsv")) {
    ASSERT_EQ(row.cells.size(), 4U) << row;
    const LastWord last = last_word(open.reader, *understand_request(typing(row[0]), nullptr));
    EXPECT_EQ(last.counts, row[1] == "yes") << row;
    std::string pairs;
    double shares = 0;
    for (const LastWord::Pair& pair : last.pairs) {
      pairs.append(pairs.empty() ? "" : ", ").append(pair.words);
      shares += pair.share;
    }
    EXPECT_EQ(pairs, row[2]) << row;
    EXPECT_NEAR(shares, last.pairs.empty() ? 0 : 1, 1e-9) << row;
  }
}

TEST(PrefixRanking, PutsWhatHasALikelyPairFirst) {
  std::vector<Article> articles;
  for (int i = 0; i < 20; ++i) {
    articles.push_back(plain_article(std::to_string(i), "", "công an, công ty; nghề, công"));
  }
  for (const char* const id : {"x", "y"}) {
    articles.push_back(plain_article(id, "", "ở xã này công nghệ đã về", "2001-01-02"));
  }
  const SampleIndex index(articles);
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  const Result<SearchResult> result = searcher.search(typing("công ngh"), soon());
  EXPECT_EQ(result->total, 22U);
  EXPECT_EQ(result->hits.at(0).article.id + result->hits.at(1).article.id, "xy");
}

// Words whose writings and starts are near one another; "và" is a little word.
constexpr std::array kWords{"công",  "cộng",  "cong",  "con",   "có",  "đường", "đương", "dương",
                            "duong", "người", "ngươi", "nguoi", "lý",  "lí",    "liên",  "liến",
                            "quý",   "quyết", "quyền", "36",    "362", "3",     "36a",   "và",
                            "vàng",  "hoà",   "hòa",   "hoàng", "web", "ôtô",   "café",  "đ"};

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string word() { return kWords[below(kWords.size())]; }

  /// The first characters of a word, all of them at times.
  std::string start() {
    const std::string whole = word();
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < whole.size();) {
      next_code_point(whole, at);
      ends.push_back(at);
    }
    return whole.substr(0, ends[below(ends.size())]);
  }

 private:
  std::mt19937 random_;
};

/// A word read letter by letter, apart from the keys of the index.
struct Spelled {
  std::vector<std::pair<char32_t, Shape>> letters;
  unsigned tone = 0;
  bool marked = false;

  explicit Spelled(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const char32_t code_point = next_code_point(word, at);
      const Letter& letter = letter_at(code_point);
      tone = letter.tone != 0 ? letter.tone : tone;
      marked = marked || letter.tone != 0 || letter.shape != Shape::kNone;
      letters.emplace_back(letter ? static_cast<char32_t>(letter.folded) : code_point,
                           letter.shape);
    }
  }
};

bool goes_on(const Spelled& start, const Spelled& word) {
  if (start.letters.size() > word.letters.size()) {
    return false;
  }
  if (start.marked && start.tone != 0 && start.tone != word.tone) {
    return false;
  }
  return std::equal(start.letters.begin(), start.letters.end(), word.letters.begin(),
                    [&](const auto& one, const auto& other) {
                      return one.first == other.first &&
                             (!start.marked || one.second == other.second);
                    });
}

bool is_same_word(std::string_view typed, const Token& word) {
  const std::vector<Token> tokens = tokenize(typed);
  return tokens.size() == 1 && tokens[0].marked && tokens[0].key == word.key;
}

bool has(const Article& article, std::string_view typed, bool unfinished) {
  const std::string text = normalized(article.body());
  const std::vector<Token> wanted = tokenize(typed);
  const Spelled start(typed);
  const std::vector<Token> words = tokenize(text);
  return std::any_of(words.begin(), words.end(), [&](const Token& word) {
    return unfinished ? goes_on(start, Spelled(slice(text, word.span))) || is_same_word(typed, word)
                      : word.folded == wanted.at(0).folded;
  });
}

std::vector<Article> random_articles(Dice& dice, int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t left = 1 + dice.below(5); left > 0; --left) {
      text += dice.word() + ' ';
    }
    articles.push_back(plain_article(std::to_string(i), "", text));
  }
  return articles;
}

TEST(PrefixMatches, FindsWhatReadingEveryWordFinds) {
  Dice dice(60);
  const std::vector<Article> articles = random_articles(dice, 400);
  const SampleIndex index(articles);
  const OpenIndex open(index);
  const Deadline deadline = soon();
  const MatchSet match(open.reader, kAllDocids, deadline);
  std::size_t found = 0;
  for (int round = 0; round < 1000; ++round) {
    std::vector<std::string> finished;
    for (std::size_t left = dice.below(2); left > 0; --left) {
      const std::string word = dice.word();
      if (word != "và" && word != "có") {
        finished.push_back(word);
      }
    }
    const std::string last = dice.start();
    const std::string typed = (finished.empty() ? "" : finished[0] + " , ") + last;
    std::string expected;
    for (const Article& article : articles) {
      if (has(article, last, true) && (finished.empty() || has(article, finished[0], false))) {
        expected.append(expected.empty() ? "" : " ").append(article.id);
        ++found;
      }
    }
    const Result<Query> query = understand_request(typing(typed), nullptr);
    const ArticleSet matches = match.of(*query, Requirement::kAll);
    ASSERT_EQ(ids_of(open.terms.stored(), open.docids_of(matches)), expected) << typed;
  }
  EXPECT_GT(found, 10'000U);
}

TEST(PrefixMatches, AnswersWhateverIsTyped) {
  Dice dice(61);
  const SampleIndex index(random_articles(dice, 100));
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  constexpr std::array kPieces{" ", "\"",     "-",     "OR",   " OR ", "(",       "|",  "\u0301",
                               "đ", "\u0309", "ư",     ".",    "/",    "36-NQ/T", "\n", "\u00A0",
                               "q", "漢",     "hải p", "y",    "9",    "1",       "ß",  "năm 20",
                               "İ", "a",      "Ж",     "🙂", "nq",   "\u200B",  "ệ",  "#"};
  for (int round = 0; round < 1000; ++round) {
    std::string typed;
    for (std::size_t left = 1 + dice.below(6); left > 0; --left) {
      typed += dice.below(3) == 0 ? dice.start() : kPieces[dice.below(kPieces.size())];
    }
    const Result<SearchResult> open = searcher.search(typing(typed), soon());
    ASSERT_TRUE(open) << typed << ": " << open.error().message;
    EXPECT_EQ(open->total, open->hits.size()) << typed;
    const auto finished = searcher.search(typing(typed + ' '), soon());
    const auto all = searcher.search(typing(typed + ' ', Match::kAll), soon());
    EXPECT_EQ(sorted_ids(*finished), sorted_ids(*all)) << typed;
  }
}

TEST(PrefixMatches, NarrowsWithEachLetter) {
  Dice dice(62);
  const SampleIndex index(random_articles(dice, 300));
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  for (const std::string typed : {"duong", "nguoi", "quyet", "vang", "cong lien", "362", "36a"}) {
    std::uint64_t before = 300;
    for (std::size_t size = typed.rfind(' ') + 2; size <= typed.size(); ++size) {
      const std::uint64_t total = searcher.search(typing(typed.substr(0, size)), soon())->total;
      EXPECT_LE(total, before) << typed.substr(0, size);
      EXPECT_GT(total, 0U) << typed.substr(0, size);
      before = total;
    }
  }
}

}  // namespace
}  // namespace tracuu
