#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "common/text/letters.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "common/text/utf8.h"
#include "server/query/unfinished_word.h"
#include "server/search/match_set.h"
#include "server/search/searcher.h"
#include "server/search/selection.h"
#include "tests/server/search/typed_search.h"

namespace tracuu {
namespace {

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

/// A word that is no little word, or nothing.
std::string maybe_finished(Dice& dice) {
  const std::string word = dice.below(2) == 0 ? dice.word() : "";
  return word == "và" || word == "có" ? "" : word;
}

std::vector<std::string> ids_with(const std::vector<Article>& articles, std::string_view finished,
                                  std::string_view last) {
  std::vector<std::string> ids;
  for (const Article& article : articles) {
    if (has(article, last, true) && (finished.empty() || has(article, finished, false))) {
      ids.push_back(article.id);
    }
  }
  return ids;
}

TEST(PrefixMatches, AreWhatReadingEveryWordFinds) {
  Dice dice(60);
  const std::vector<Article> articles = random_articles(dice, 400);
  const SampleIndex index(articles);
  const OpenIndex open(index);
  const Deadline deadline = soon();
  const MatchSet match(open.reader, kAllDocids, deadline);
  std::size_t found = 0;
  for (int round = 0; round < 1000; ++round) {
    const std::string finished = maybe_finished(dice);
    const std::string last = dice.start();
    std::string typed = finished;
    typed.append(finished.empty() ? "" : " , ").append(last);
    const Result<Query> query = understand_request(typing(typed), nullptr);
    std::vector<std::string> ids;
    for (const Xapian::docid docid : open.docids_of(match.of(*query, Requirement::kAll))) {
      ids.emplace_back(open.terms.stored().id(docid));
    }
    ASSERT_EQ(ids, ids_with(articles, finished, last)) << typed;
    found += ids.size();
  }
  EXPECT_GT(found, 10'000U);
}

constexpr std::array kPieces{" ", "\"",     "-",     "OR",   " OR ", "(",       "|",  "\u0301",
                             "đ", "\u0309", "ư",     ".",    "/",    "36-NQ/T", "\n", "\u00A0",
                             "q", "漢",     "hải p", "y",    "9",    "1",       "ß",  "năm 20",
                             "İ", "a",      "Ж",     "🙂", "nq",   "\u200B",  "ệ",  "#"};

std::string anything(Dice& dice) {
  std::string typed;
  for (std::size_t left = 1 + dice.below(6); left > 0; --left) {
    typed += dice.below(3) == 0 ? dice.start() : kPieces[dice.below(kPieces.size())];
  }
  return typed;
}

TEST(PrefixMatches, AreFoundWhateverIsTyped) {
  Dice dice(61);
  const SampleIndex index(random_articles(dice, 100));
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  for (int round = 0; round < 1000; ++round) {
    const std::string typed = anything(dice);
    const Result<SearchResult> open = searcher.search(typing(typed), soon());
    EXPECT_TRUE(open && open->total == open->hits.size()) << typed;
    const auto finished = searcher.search(typing(typed + ' '), soon());
    const auto all = searcher.search(typing(typed + ' ', Match::kAll), soon());
    EXPECT_EQ(sorted_ids(*finished), sorted_ids(*all)) << typed;
  }
}

TEST(PrefixMatches, AreFewerWithEachLetter) {
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
