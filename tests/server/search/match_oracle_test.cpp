#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "server/search/columns.h"
#include "server/search/match_set.h"
#include "server/search/selection.h"
#include "tests/server/search/sample_index.h"

namespace tracuu {
namespace {

/// Few syllables in several writings, so that phrases are often nearly there.
constexpr std::array kWords{"tin",  "tín",  "Tin",  "thông", "thống", "thong", "công",
                            "cộng", "nghệ", "nghe", "và",    "36",    "hoà",   "hòa"};

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool one_in(std::size_t chances) { return below(chances) == 0; }
  std::string word() {
    // Often the next one, so that some phrases are in many articles.
    last_ = one_in(2) ? (last_ + 1) % kWords.size() : below(kWords.size());
    return kWords[last_];
  }

 private:
  std::mt19937 random_;
  std::size_t last_ = 0;
};

std::string random_text(Dice& dice) {
  std::string text;
  for (std::size_t left = dice.below(14); left > 0; --left) {
    text += dice.word() + (dice.one_in(6) ? ". " : dice.one_in(8) ? "\n" : " ");
  }
  return text;
}

std::string random_clause(Dice& dice) {
  if (!dice.one_in(3)) {
    return dice.word();
  }
  std::string phrase = "\"" + dice.word();
  for (std::size_t left = dice.below(4); left > 0; --left) {
    phrase += ' ' + dice.word();
  }
  return phrase + '"';
}

std::string random_query(Dice& dice) {
  std::string query = random_clause(dice);
  for (std::size_t left = dice.below(3); left > 0; --left) {
    query += (dice.one_in(3) ? '|' : ' ') + random_clause(dice);
  }
  return dice.one_in(4) ? query + " -" + random_clause(dice) : query;
}

bool stands_at(const std::vector<Token>& tokens, std::size_t at, const QueryClause& clause,
               bool as_typed) {
  for (std::size_t i = 0; i < clause.syllables.size(); ++i) {
    const QuerySyllable& syllable = clause.syllables[i];
    if (at + i >= tokens.size() || tokens[at + i].folded != syllable.folded ||
        (as_typed && syllable.marked && tokens[at + i].key != syllable.key) ||
        (i > 0 && tokens[at + i].starts_sentence)) {
      return false;
    }
  }
  return true;
}

/// Reads the text from its beginning, by the words of the contract.
bool has(const Article& article, const QueryClause& clause, bool as_typed) {
  for (const std::string_view part : {article.title(), article.body()}) {
    const std::string text = normalized(part);
    const std::vector<Token> tokens = tokenize(text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (stands_at(tokens, at, clause, as_typed)) {
        return true;
      }
    }
  }
  return false;
}

bool meets(const Article& article, const QueryGroup& group) {
  return std::any_of(group.alternatives.begin(), group.alternatives.end(),
                     [&](const QueryClause& clause) {
                       return has(article, clause, clause.kind == QueryClause::Kind::kPhrase);
                     });
}

bool meets_every(const Article& article, const std::vector<QueryGroup>& groups) {
  return std::all_of(groups.begin(), groups.end(),
                     [&](const QueryGroup& group) { return meets(article, group); });
}

bool matches(const Article& article, const Query& query, Requirement requirement) {
  return meets_every(article, query.groups) &&
         (requirement == Requirement::kAll || meets_every(article, query.optional)) &&
         std::none_of(query.excluded.begin(), query.excluded.end(),
                      [&](const QueryClause& clause) { return has(article, clause, true); });
}

TEST(MatchSet, FindsWhatReadingEveryTextFinds) {
  Dice dice(57);
  std::vector<Article> articles;
  for (int i = 0; i < 250; ++i) {
    articles.push_back(plain_article(std::to_string(i), dice.one_in(2) ? random_text(dice) : "",
                                     random_text(dice)));
    std::replace(articles.back().text.begin(),
                 articles.back().text.begin() + articles.back().title_size, '\n', ' ');
  }
  const SampleIndex index(articles);
  const OpenIndex open(index);
  EXPECT_TRUE(open.terms.segments()[0].frequent.find("PFcong cong nghe"));
  const Deadline deadline = Deadline::in(std::chrono::minutes(1));
  const MatchSet match(open.reader, kAllDocids, deadline);
  std::size_t found = 0;
  for (int round = 0; round < 1200; ++round) {
    const std::string notation = random_query(dice);
    const Requirement requirement = round % 2 == 0 ? Requirement::kAll : Requirement::kEvery;
    const Query query = sample_query(notation);
    std::string expected;
    for (const Article& article : articles) {
      if (matches(article, query, requirement)) {
        expected.append(expected.empty() ? "" : " ").append(article.id);
        ++found;
      }
    }
    ASSERT_EQ(ids_of(open.terms.stored(), open.docids_of(match.of(query, requirement))), expected)
        << notation;
  }
  EXPECT_GT(found, 2000U);
}

}  // namespace
}  // namespace tracuu
